/** Why a scaffold ends before its last step: an expected outcome, told in one sentence. Bugs are exceptions. */
export interface Stop {
  /** 1 the work failed, 2 the input is not usable, 130 the person cancelled. */
  readonly exitCode: 1 | 2 | 130;
  /** What is wrong, what is allowed, and what to do. */
  readonly sentence: string;
}

export function refuse(sentence: string): Stop {
  return { exitCode: 2, sentence };
}

export function fail(sentence: string): Stop {
  return { exitCode: 1, sentence };
}

export const cancelled: Stop = { exitCode: 130, sentence: 'Cancelled, nothing was written.' };

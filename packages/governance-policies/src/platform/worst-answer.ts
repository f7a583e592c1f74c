import type { Answer } from '../values/judge-value.js';

/** The answer for a demand that all of several values have to keep: the first that does not keep it. */
export function worstAnswer(answers: readonly Answer[], without: Answer): Answer {
  return answers.find(({ verdict }) => verdict !== 'holds') ?? answers[0] ?? without;
}

import type { SkipReason, UndecidedReason } from '@millrace/schema';

/** Why a step did not run, as a clause: `GoodEnough was true`. */
export function explainReason(reason: SkipReason | UndecidedReason): string {
  switch (reason.code) {
    case 'branch-not-taken':
      return `${reason.condition} was ${reason.outcome}`;
    case 'after-skipped':
      return `comes after ${reason.step}, which does not run`;
    case 'upstream-failed':
      return `comes after ${reason.step}, which failed`;
    case 'execution-ending':
      return reason.cause === 'stop' ? 'the run was stopped' : 'no step starts after a failure';
    case 'condition-undecided':
      return `nothing decides ${reason.condition}`;
    case 'after-undecided':
      return `comes after ${reason.step}, which may not run`;
  }
}

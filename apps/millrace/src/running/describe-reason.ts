import type { SkipReason, UndecidedReason } from '@millrace/schema';

/** Why a step did not run, or why that is not known: rendered from the closed set of reasons. */
export function describeReason(reason: SkipReason | UndecidedReason): string {
  switch (reason.code) {
    case 'branch-not-taken':
      return `${reason.condition} was ${reason.outcome}`;
    case 'after-skipped':
      return `comes after ${reason.step}, which is skipped`;
    case 'upstream-failed':
      return `${reason.step} failed`;
    case 'execution-ending':
      return reason.cause === 'failure' ? 'the execution was failing' : 'the execution was stopped';
    case 'condition-undecided':
      return `${reason.condition} is undecided`;
    case 'after-undecided':
      return `comes after ${reason.step}, which may not run`;
  }
}

import type { SkipReason } from '@millrace/schema';
import type { EndingCause, StepState } from './step-state.js';

/** Where the explanation looks. */
interface Surroundings {
  readonly states: ReadonlyMap<string, StepState>;
  readonly ending: EndingCause;
}

/** Why a step has not run although nothing had skipped it: a step before it failed, or the execution was ending. */
export function explainNotRun(state: StepState, { states, ending }: Surroundings): SkipReason {
  // In a stopped run the steps that were running count as not succeeded, but none of them failed.
  const failed = ending === 'stop' ? undefined : findFailedBefore(state, states);
  return failed === undefined ? { code: 'execution-ending', cause: ending } : { code: 'upstream-failed', step: failed };
}

function findFailedBefore(state: StepState, states: ReadonlyMap<string, StepState>): string | undefined {
  const seen = new Set<string>();
  const list = [...state.node.predecessors];
  for (let name = list.shift(); name !== undefined; name = list.shift()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const before = states.get(name);
    if (before?.phase === 'ended' && !before.succeeded) return name;
    if (before !== undefined && before.phase !== 'ended') list.push(...before.node.predecessors);
  }
  return undefined;
}

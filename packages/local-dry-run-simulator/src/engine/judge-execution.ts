import type { ExecutionEnded } from '@millrace/schema';
import type { Scheduler } from './scheduler.js';

/** The reason that SageMaker gives for an execution with a failed step. */
const FAILURE_REASON = 'Step failure: One or multiple steps failed.';

/** The last event of an execution. A certain failure outweighs what is undecided. */
export function endingOf({ states, ending }: Scheduler): ExecutionEnded {
  const list = [...states.values()];
  const rootCauses = list
    .filter((state) => state.phase === 'ended' && !state.succeeded)
    .map((state) => state.node.name);
  const undecided = list
    .filter((state) => state.phase === 'undecided' && state.node.kind === 'branch' && isOrigin(state.node.name, states))
    .map((state) => state.node.name);
  if (ending === 'stop') return { type: 'execution-ended', status: 'Stopped', rootCauses: [], undecided };
  const findings = { rootCauses, undecided };
  if (rootCauses.length > 0)
    return { type: 'execution-ended', status: 'Failed', failureReason: FAILURE_REASON, ...findings };
  return { type: 'execution-ended', status: undecided.length > 0 ? 'Undecided' : 'Succeeded', ...findings };
}

// A condition inside of an undecided branch was never evaluated; it is not the one to decide.
function isOrigin(name: string, states: Scheduler['states']): boolean {
  return (states.get(name)?.startedEvent ?? 0) > 0;
}

import { explainReason } from '@millrace/local-dry-run-simulator';
import { type ExecutionEvent, printable } from '@millrace/schema';
import { describeComparisons } from './describe-decision.js';
import { formatDuration } from './format-time.js';

/**
 * One line about an event, for a log that nobody redraws; undefined for events that only matter to programs (a step
 * becoming ready, a jump of the virtual clock, single metric values).
 */
export function describeEvent(event: ExecutionEvent): string | undefined {
  const text = describe(event);
  return text === undefined ? undefined : printable(text);
}

function describe(event: ExecutionEvent): string | undefined {
  switch (event.type) {
    case 'execution-started':
      return `${event.pipelineName}: ${event.steps.length} steps, launcher ${event.launcher}`;
    case 'step-waiting':
      return `${event.step} waits for ${event.for === 'cap' ? 'the limit of parallel steps' : 'a free processor core'}`;
    case 'step-started':
      return `${event.step} starts (${event.stepType})`;
    case 'attempt-started':
      return event.attempt === 1 ? undefined : `${event.step} attempt ${event.attempt} starts`;
    case 'attempt-ended':
      return event.outcome === 'succeeded' ? undefined : describeBadAttempt(event);
    case 'retry-decided':
      return describeRetry(event);
    case 'artifact-read':
      return `${event.step} reads ${event.name} from ${event.uri}`;
    case 'artifact-written':
      return `${event.step} writes ${event.name} to ${event.uri}`;
    case 'property-file-read':
      return `${event.step} reads ${event.path} from ${event.propertyFile ?? event.uri}: ${event.problem ?? JSON.stringify(event.value)}`;
    default:
      return describeEnd(event);
  }
}

function describeEnd(event: ExecutionEvent): string | undefined {
  switch (event.type) {
    case 'condition-decided': {
      const read = describeComparisons(event.operands).join('; ');
      return `${event.step} is ${event.outcome}${event.assumed === true ? ' (assumed)' : ''}${read === '' ? '' : `: ${read}`}`;
    }
    case 'step-skipped':
      return `${event.step} does not run: ${explainReason(event.reason)}`;
    case 'step-undecided':
      // The condition itself has just been told.
      if (event.reason.code === 'condition-undecided' && event.reason.condition === event.step) return undefined;
      return `${event.step} is undecided: ${explainReason(event.reason)}`;
    case 'model-registered':
      return `${event.step} registers ${event.group} version ${event.version}, ${event.approvalStatus}`;
    case 'step-ended':
      return `${event.step} ${event.status}${event.failureReason === undefined ? '' : `: ${event.failureReason}`}`;
    case 'stop-requested':
      return `stop requested by ${event.by}`;
    case 'warning-raised':
      return `${event.severity}: ${event.step === undefined ? '' : `${event.step}: `}${event.message}`;
    case 'execution-ended':
      return `execution ${event.status}`;
    default:
      return undefined;
  }
}

function describeBadAttempt(event: ExecutionEvent & { type: 'attempt-ended' }): string {
  const how = event.exceptionType ?? (event.exitCode === undefined ? undefined : `exit code ${event.exitCode}`);
  const detail = how === undefined ? '' : `, ${how}`;
  return `${event.step} attempt ${event.attempt} ${event.outcome} after ${formatDuration(event.seconds)}${detail}`;
}

function describeRetry({ step, decision }: ExecutionEvent & { type: 'retry-decided' }): string {
  return decision.retry
    ? `${step} attempt ${decision.nextAttempt} follows in ${formatDuration(decision.waitSeconds)}`
    : `${step} is not tried again: ${decision.because}`;
}

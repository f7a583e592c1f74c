import type { JobResult } from '../../launchers/launcher.js';
import type { RunningStep } from '../running-step.js';

/** What the history needs to know of an attempt. */
interface StartedAttempt {
  readonly number: number;
  /** `seq` of its attempt-started. */
  readonly started: number;
}

/** Tells what a job did: what it read, its metrics, how it ended, what it wrote. */
export function recordJob(step: RunningStep, { number, started }: StartedAttempt, result: JobResult): void {
  const name = step.node.name;
  for (const transfer of result.read) step.append({ type: 'artifact-read', step: name, ...transfer });
  recordMetrics(step, number, result);
  step.append({
    type: 'attempt-ended',
    step: name,
    attempt: number,
    started,
    outcome: result.outcome,
    seconds: result.seconds,
    ...(result.exceptionType === undefined ? {} : { exceptionType: result.exceptionType }),
    ...(result.exitCode === undefined ? {} : { exitCode: result.exitCode }),
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(result.log === undefined ? {} : { log: result.log }),
  });
  for (const remark of result.remarks ?? []) step.append({ type: 'warning-raised', step: name, ...remark });
  for (const transfer of result.written) step.append({ type: 'artifact-written', step: name, ...transfer });
}

function recordMetrics(step: RunningStep, attempt: number, { metrics }: JobResult): void {
  const counts = new Map<string, number>();
  for (const { name, value } of metrics) {
    const index = counts.get(name) ?? 0;
    counts.set(name, index + 1);
    step.append({ type: 'metric-recorded', step: step.node.name, attempt, name, value, index });
  }
}

import { type EventOfType, type ExecutionEvent, printable } from '@millrace/schema';
import type { RunReport } from './run-report.js';

/** The root causes of a failed run, before all else: step, exit code, reason, the last lines of its log, what did not start. */
export function renderFailure(report: RunReport): readonly string[] {
  // Who stops a run knows why; its steps did not fail.
  if (report.run.status !== 'Failed') return [];
  const causes = rootCauses(report.events);
  const blocks = causes.flatMap((step) => [...renderCause(step, report), '']);
  const notStarted = report.run.steps.filter(({ status }) => status === 'NotRun').map(({ name }) => name);
  if (notStarted.length === 0) return blocks;
  return [
    ...blocks,
    `${plainCount(notStarted.length)} not started because of it: ${printable(notStarted.join(', '))}`,
    '',
  ];
}

function plainCount(count: number): string {
  return count === 1 ? '1 step' : `${count} steps`;
}

function rootCauses(events: readonly ExecutionEvent[]): readonly string[] {
  const end = events.at(-1);
  return end?.type === 'execution-ended' ? end.rootCauses : [];
}

function renderCause(name: string, { run, events, files, colours }: RunReport): readonly string[] {
  const step = run.steps.find((each) => each.name === name);
  const attempt = lastAttempt(name, events);
  const type = step === undefined ? '' : ` (${step.type})`;
  const lines = [colours.red(`✖ ${printable(name)}${type} failed${describeAttempt(attempt)}`)];
  const reason = step?.failureReason ?? attempt?.reason;
  if (reason !== undefined) lines.push(...reason.split('\n').map((line) => `    ${printable(line)}`));
  return [...lines, ...renderLog(attempt, { files, colours })];
}

function lastAttempt(step: string, events: readonly ExecutionEvent[]): EventOfType<'attempt-ended'> | undefined {
  return events
    .filter((event): event is EventOfType<'attempt-ended'> => event.type === 'attempt-ended' && event.step === step)
    .at(-1);
}

function describeAttempt(attempt: EventOfType<'attempt-ended'> | undefined): string {
  if (attempt === undefined) return '';
  const how = attempt.exceptionType ?? (attempt.exitCode === undefined ? undefined : `exit code ${attempt.exitCode}`);
  const which = attempt.attempt > 1 ? ` in attempt ${attempt.attempt}` : '';
  return `${which}${how === undefined ? '' : `, ${how}`}`;
}

function renderLog(
  attempt: EventOfType<'attempt-ended'> | undefined,
  { files, colours }: Pick<RunReport, 'files' | 'colours'>,
): readonly string[] {
  const lines = attempt?.log === undefined ? [] : files.tail(attempt.log.path);
  if (lines.length === 0) return [];
  return [
    `  last lines of its log${files.runDirectory === undefined ? '' : ` (${files.runDirectory}/${attempt?.log?.path})`}:`,
    ...lines.map((line) => colours.dim(`    │ ${printable(line)}`)),
  ];
}

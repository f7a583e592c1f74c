import type { ExecutionEvent } from '@millrace/schema';

/** What differs between two equal runs of real scripts: when things happened, and how long they took. */
const VARYING: ReadonlySet<string> = new Set(['at', 'seq', 'cause', 'started', 'seconds', 'log']);

/** What only tells how a run went by, not what it did. */
const PASSING: ReadonlySet<ExecutionEvent['type']> = new Set(['metric-recorded', 'time-advanced', 'step-waiting']);

/**
 * The form in which two runs of the same definition, parameters and data are equal whatever ran them: without times,
 * metrics and log files, the execution's id blanked, sorted by step and sequence (`DESIGN.md`, section 7). A remark is
 * made once in a run, by whichever step comes to it first, so it counts without its step.
 */
export function normalizeEvents(events: readonly ExecutionEvent[]): readonly string[] {
  const id = events.find((event) => event.type === 'execution-started')?.executionId;
  const kept = events.filter((event) => !PASSING.has(event.type) && event.type !== 'warning-raised');
  const lines = kept.map((event, index) => ({ step: stepOf(event), index, line: blank(event, id) }));
  const sorted = lines.sort((a, b) => (a.step < b.step ? -1 : a.step > b.step ? 1 : a.index - b.index));
  return [...sorted.map(({ line }) => line), ...remarksIn(events)];
}

function stepOf(event: ExecutionEvent): string {
  return 'step' in event ? (event.step ?? '') : '';
}

function remarksIn(events: readonly ExecutionEvent[]): readonly string[] {
  const remarks = events.filter((event) => event.type === 'warning-raised');
  return [...new Set(remarks.map(({ code, message }) => JSON.stringify({ code, message })))].sort();
}

function blank(event: ExecutionEvent, executionId: string | undefined): string {
  const text = JSON.stringify(event, (key, value: unknown) =>
    VARYING.has(key) || key.endsWith('Time') || key.endsWith('InSeconds') ? undefined : value,
  );
  const withoutTimes = text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<time>');
  if (executionId === undefined) return withoutTimes;
  return withoutTimes.replaceAll(executionId, '<execution>').replace(/-[0-9a-f]{10}(?=["/])/g, '-<suffix>');
}

import type { SummarizedStep } from '@millrace/local-dry-run-simulator';
import type { StepStatus } from '@millrace/schema';
import { formatClock, formatDuration } from '../running/format-time.js';
import type { Colours } from '../terminal/terminal.js';
import { noteSteps } from './note-steps.js';
import type { RunReport } from './run-report.js';

const BAR_WIDTH = 24;
const SIGNS: Readonly<Record<StepStatus, string>> = {
  Starting: '>',
  Executing: '>',
  Succeeded: '✔',
  Failed: '✖',
  Stopped: '■',
  Skipped: '-',
  NotRun: '-',
  Undecided: '?',
};

/** One line per step: status, start, duration, a bar on the run's virtual time, and what there is to say about it. */
export function renderTimeline(report: RunReport): readonly string[] {
  const { steps } = report.run;
  const total = largest(steps.map((step) => step.endSeconds ?? 0));
  const width = Math.max(4, largest(steps.map(({ name }) => name.length)));
  const head = `   ${'step'.padEnd(width)}  ${'status'.padEnd(9)}  ${'start'.padStart(7)}  ${'took'.padStart(8)}`;
  const row = { colours: report.colours, notes: noteSteps(report), total, width };
  return [report.colours.dim(head), ...steps.map((step) => renderRow(step, row))];
}

// Math.max takes its values as arguments, of which there is a limit.
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

interface Row {
  readonly colours: Colours;
  readonly notes: ReadonlyMap<string, string>;
  readonly total: number;
  readonly width: number;
}

function renderRow(step: SummarizedStep, { colours, notes, total, width }: Row): string {
  const { startSeconds: start, endSeconds: end } = step;
  const paint = paintOf(step.status, colours);
  const state = paint(`${SIGNS[step.status]} ${step.name.padEnd(width)}  ${step.status.padEnd(9)}`);
  const note = notes.get(step.name) ?? '';
  if (start === undefined || end === undefined) return ` ${state}  ${' '.repeat(17)}  ${note}`.trimEnd();
  const times = `${formatClock(start).padStart(7)}  ${formatDuration(end - start).padStart(8)}`;
  return ` ${state}  ${times}  ${paint(bar(start, end, total))}  ${note}`.trimEnd();
}

function bar(start: number, end: number, total: number): string {
  if (total === 0) return ' '.repeat(BAR_WIDTH);
  const from = Math.min(BAR_WIDTH - 1, Math.floor((start / total) * BAR_WIDTH));
  const length = Math.max(1, Math.round(((end - start) / total) * BAR_WIDTH));
  return `${' '.repeat(from)}${'█'.repeat(Math.min(length, BAR_WIDTH - from))}`.padEnd(BAR_WIDTH);
}

function paintOf(status: StepStatus, colours: Colours): (text: string) => string {
  switch (status) {
    case 'Succeeded':
      return colours.green;
    case 'Failed':
      return colours.red;
    case 'Stopped':
    case 'Undecided':
      return colours.yellow;
    default:
      return colours.dim;
  }
}

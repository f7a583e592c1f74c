import type { SummarizedStep } from '@millrace/local-dry-run-simulator';
import { printable, type StepStatus } from '@millrace/schema';
import { formatClock, formatDuration } from '../running/format-time.js';
import type { Colours } from '../terminal/terminal.js';
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
  const total = Math.max(0, ...steps.map((step) => step.endSeconds ?? 0));
  const width = Math.max(4, ...steps.map(({ name }) => name.length));
  const head = `   ${'step'.padEnd(width)}  ${'status'.padEnd(9)}  ${'start'.padStart(7)}  ${'took'.padStart(8)}`;
  return [report.colours.dim(head), ...steps.map((step) => renderRow(step, { report, total, width }))];
}

interface Row {
  readonly report: RunReport;
  readonly total: number;
  readonly width: number;
}

function renderRow(step: SummarizedStep, { report, total, width }: Row): string {
  const { startSeconds: start, endSeconds: end } = step;
  const paint = paintOf(step.status, report.colours);
  const state = paint(`${SIGNS[step.status]} ${step.name.padEnd(width)}  ${step.status.padEnd(9)}`);
  const note = describe(step, report);
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

function describe(step: SummarizedStep, { events, run }: RunReport): string {
  const decision = events.find((event) => event.type === 'condition-decided' && event.step === step.name);
  if (decision?.type === 'condition-decided' && decision.outcome !== 'undecided') {
    return `${decision.outcome}${decision.assumed === true ? ' (assumed)' : ''}`;
  }
  const model = run.registered.find((each) => each.step === step.name);
  if (model !== undefined) return printable(`${model.modelPackageGroup} version ${model.version}`);
  const open = run.undecided.find((each) => each.step === step.name);
  if (open !== undefined) return printable(shorten(`reads ${open.reads.join(', ')}`));
  const attempts = events.filter((event) => event.type === 'attempt-started' && event.step === step.name).length;
  return printable(shorten(step.failureReason ?? step.reason ?? (attempts > 1 ? `${attempts} attempts` : '')));
}

// The whole reason of a failure stands above the timeline.
const LONGEST_NOTE = 72;

function shorten(text: string): string {
  return text.length <= LONGEST_NOTE ? text : `${text.slice(0, LONGEST_NOTE - 1)}…`;
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

import type { RunSummary } from '@millrace/local-dry-run-simulator';
import { formatDuration } from '../running/format-time.js';
import type { Colours } from '../terminal/terminal.js';
import { renderFailure } from './render-failure.js';
import { renderFindings } from './render-findings.js';
import { renderTimeline } from './render-timeline.js';
import { renderUndecided } from './render-undecided.js';
import type { RunReport } from './run-report.js';

/** What a finished run looks like to people: a failure's root cause first, then the timeline, what was found, open conditions. */
export function renderReport(report: RunReport): string {
  const lines = [
    ...renderFailure(report),
    describeRun(report),
    '',
    ...renderTimeline(report),
    '',
    ...renderUndecided(report),
    ...renderFindings(report),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function describeRun({ run, events, tookSeconds, colours }: RunReport): string {
  const start = events.find((event) => event.type === 'execution-started');
  const end = events.at(-1);
  const name = start?.type === 'execution-started' ? `${start.pipelineName}  ` : '';
  const launcher = start?.type === 'execution-started' ? `launcher ${start.launcher}  ` : '';
  const virtual = start === undefined || end === undefined ? 0 : (Date.parse(end.at) - Date.parse(start.at)) / 1000;
  return `${colours.bold(name)}${paintStatus(run.status, colours)}  ${colours.dim(`${launcher}virtual ${formatDuration(virtual)}  wall ${formatDuration(tookSeconds)}`)}`;
}

function paintStatus(status: RunSummary['status'], colours: Colours): string {
  const paint = { Succeeded: colours.green, Failed: colours.red, Stopped: colours.yellow, Undecided: colours.yellow }[
    status
  ];
  return paint(colours.bold(status));
}

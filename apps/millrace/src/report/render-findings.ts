import { printable } from '@millrace/schema';
import { describeComparisons } from '../running/describe-decision.js';
import type { RunReport } from './run-report.js';

/** What people look for after a run: metrics, what conditions read, registered models, where files are, what to know. */
export function renderFindings(report: RunReport): readonly string[] {
  return [
    ...section('metrics', lastMetrics(report)),
    ...section('decided', decisions(report)),
    ...section('models', models(report)),
    ...section('files', whereFilesAre(report)),
    ...section('notes', notes(report)),
  ];
}

const TITLE_WIDTH = 8;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${(index === 0 ? title : '').padEnd(TITLE_WIDTH)} ${line}`);
}

function lastMetrics({ events }: RunReport): readonly string[] {
  const last = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'metric-recorded') last.set(`${event.step} ${event.name}`, String(event.value));
  }
  return [...last].map(([name, value]) => printable(`${name} ${value}`));
}

function decisions({ events }: RunReport): readonly string[] {
  return events.flatMap((event) => {
    if (event.type !== 'condition-decided' || event.outcome === 'undecided') return [];
    const read = describeComparisons(event.operands).join('; ');
    const how = event.assumed === true ? ' (assumed)' : '';
    return [printable(`${event.step} is ${event.outcome}${how}${read === '' ? '' : `: ${read}`}`)];
  });
}

function models({ run, files }: RunReport): readonly string[] {
  return run.registered.map((model) => {
    const at = model.modelDataUrl === undefined ? undefined : (files.find(model.modelDataUrl) ?? model.modelDataUrl);
    return printable(
      `${model.modelPackageGroup} version ${model.version}, ${model.approvalStatus}${at === undefined ? '' : `  ${at}`}`,
    );
  });
}

function whereFilesAre({ events, files }: RunReport): readonly string[] {
  const reports = events.flatMap((event) => {
    const path = event.type === 'property-file-read' ? files.find(event.uri) : undefined;
    return path === undefined ? [] : [printable(path)];
  });
  const run = files.runDirectory === undefined ? [] : [`${files.runDirectory}  (events, logs)`];
  return [...run, ...new Set(reports)];
}

const MOST_NOTES = 8;

// What is made up or not honoured is mostly the same for every step, so each sentence is told once.
function notes({ events }: RunReport): readonly string[] {
  const steps = new Map<string, Set<string>>();
  for (const event of events) {
    if (event.type !== 'warning-raised') continue;
    const named = steps.get(event.message) ?? new Set();
    if (event.step !== undefined) named.add(event.step);
    steps.set(event.message, named);
  }
  const all = [...steps].map(([message, named]) =>
    printable(`${named.size === 0 ? '' : `${[...named].join(', ')}: `}${message}`),
  );
  return all.length <= MOST_NOTES
    ? all
    : [...all.slice(0, MOST_NOTES), `and ${all.length - MOST_NOTES} more, in events.ndjson`];
}

import { type EventOfType, printable } from '@millrace/schema';
import { describeComparisons } from '../running/describe-decision.js';
import type { RunReport } from './run-report.js';

/** What people look for after a run: the metrics that conditions read, the registered models, where the files are. */
export function renderFindings(report: RunReport): readonly string[] {
  return [
    ...section('read', readMetrics(report)),
    ...section('models', models(report)),
    ...section('files', whereFilesAre(report)),
  ];
}

const TITLE_WIDTH = 8;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${(index === 0 ? title : '').padEnd(TITLE_WIDTH)} ${line}`);
}

function readMetrics({ events }: RunReport): readonly string[] {
  const decisions = events.filter(
    (event): event is EventOfType<'condition-decided'> => event.type === 'condition-decided',
  );
  const decided = decisions.filter(({ outcome, operands }) => outcome !== 'undecided' && operands.length > 0);
  return decided.map(({ step, outcome, operands }) =>
    printable(`${describeComparisons(operands).join('; ')}  → ${step} is ${outcome}`),
  );
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

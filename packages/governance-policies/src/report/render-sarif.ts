import type { Log, Notification } from 'sarif';
import type { CheckReport } from './check-report.js';
import { entriesOf } from './report-entry.js';
import { sarifResult } from './sarif-result.js';
import { sarifCode, sarifRule } from './sarif-rules.js';

/** Where the schema of SARIF 2.1.0 stands. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * The most results that code scanning of GitHub takes; a file with more is refused whole.
 * Source: GitHub Docs, "SARIF results exceed one or more limits".
 */
const MOST_RESULTS = 25_000;

/**
 * A report as SARIF 2.1.0, for code scanning: the rules that ran with their texts, and what they found, the loudest first.
 * What is excepted is suppressed, with its reason. Ends with a line break.
 */
export function renderSarif(report: CheckReport): string {
  const entries = entriesOf(report);
  const shown = entries.slice(0, MOST_RESULTS);
  const codes = [...new Set(entries.map(({ id }) => id))].filter((id) => !report.rules.some((rule) => rule.id === id));
  const rules = [...report.rules.map(sarifRule), ...codes.map(sarifCode)];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    version: '2.1.0',
    $schema: SCHEMA,
    runs: [
      {
        tool: { driver: { name: 'Millrace', semanticVersion: report.tool.version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: leftOut(entries.length - shown.length) },
        ],
        results: shown.map((entry) => sarifResult(entry, indexes.get(entry.id) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function leftOut(count: number): Notification[] {
  if (count === 0) return [];
  const text = `${count} more are left out, because code scanning takes ${MOST_RESULTS} results at most.`;
  return [{ level: 'warning', message: { text } }];
}

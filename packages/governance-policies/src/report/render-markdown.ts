import type { Severity } from '@millrace/schema';
import type { CheckReport } from './check-report.js';
import { escapeMarkdown } from './escape-markdown.js';
import { entriesOf, type ReportEntry } from './report-entry.js';

/** How long a table may become. */
export interface MarkdownOptions {
  /** Rows; default 100. */
  readonly rows?: number;
  /**
   * Characters of the whole text; default 60,000. A comment on GitHub holds 65,536.
   */
  readonly characters?: number;
}

const HEAD = '| | rule | where | what is wrong | what to do |\n| --- | --- | --- | --- | --- |\n';

/** A report for a pull request: a table with the loudest first, cut with the count of the rest. Ends with a line break. */
export function renderMarkdown(report: CheckReport, { rows = 100, characters = 60_000 }: MarkdownOptions = {}): string {
  const entries = entriesOf(report);
  const told = entries.filter(({ exception }) => exception === undefined);
  const title = `### Millrace: ${summaryOf(told)}${filesOf(report)}\n`;
  const closing = exceptedIn(entries.length - told.length);
  if (told.length === 0) return `${title}${closing}`;
  const table = cut(told.map(rowOf), {
    rows,
    characters: characters - title.length - closing.length - HEAD.length - 100,
  });
  const rest = told.length - table.length;
  const more = rest === 0 ? '' : `\nand ${rest} more, which \`millrace check\` shows.\n`;
  return `${title}\n${HEAD}${table.join('')}${more}${closing}`;
}

const NOUNS: readonly (readonly [Severity, string, string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'remark', 'remarks'],
];

function summaryOf(entries: readonly ReportEntry[]): string {
  const counts = NOUNS.flatMap(([severity, one, many]) => {
    const count = entries.filter((entry) => entry.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

function filesOf({ files }: CheckReport): string {
  return files.length === 0 ? '' : ` in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}

function exceptedIn(count: number): string {
  if (count === 0) return '';
  return `\n${count} ${count === 1 ? 'finding is' : 'findings are'} excepted in the ledger.\n`;
}

function rowOf({ severity, id, message, help = '', ...place }: ReportEntry): string {
  return `| ${[severity, id, whereOf(place), message, help].map(cellOf).join(' | ')} |\n`;
}

/** The longest text of a cell; a message may repeat a value of any length. */
const LONGEST_CELL = 500;

function cellOf(text: string): string {
  const short = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
  return escapeMarkdown(short);
}

function whereOf({ file, range, parts }: Pick<ReportEntry, 'file' | 'range' | 'parts'>): string {
  const place = range === undefined ? file : `${file}:${range.start.line}`;
  return parts.length === 0 ? place : `${place} (${parts.join(', ')})`.trim();
}

/** As many rows as there is room for; at least one. */
function cut(rows: readonly string[], limits: Required<MarkdownOptions>): readonly string[] {
  let room = limits.characters;
  const fitting = rows.slice(0, limits.rows).findIndex((row) => {
    room -= row.length;
    return room < 0;
  });
  return rows.slice(0, fitting === -1 ? limits.rows : Math.max(fitting, 1));
}

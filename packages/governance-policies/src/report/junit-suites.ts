import type { Severity } from '@millrace/schema';
import type { CheckReport } from './check-report.js';
import { entriesOf, type ReportEntry } from './report-entry.js';

/** A rule, as far as it was held against a file. */
export interface JunitCase {
  readonly name: string;
  /** What fails it. */
  readonly failures: readonly ReportEntry[];
  /** What is not loud enough to fail it. */
  readonly remarks: readonly ReportEntry[];
  readonly excepted: readonly ReportEntry[];
}

/** A file, and a case for each rule that was held against it. */
export interface JunitSuite {
  /** Empty for what belongs to no file. */
  readonly file: string;
  readonly cases: readonly JunitCase[];
}

const LOUDNESS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The files that were checked, with every rule, and further files of which something is said. */
export function junitSuites(report: CheckReport): readonly JunitSuite[] {
  const checked = new Set(report.files);
  return [...grouped(entriesOf(report), ({ file }) => file, checked)].map(([file, entries]) => ({
    file,
    cases: casesOf(entries, { rules: checked.has(file) ? report.rules : [], failOn: report.failOn }),
  }));
}

/** The rules that ran, and the codes of diagnostics after them. */
function casesOf(
  entries: readonly ReportEntry[],
  { rules, failOn }: Pick<CheckReport, 'rules' | 'failOn'>,
): readonly JunitCase[] {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const fails = ({ severity }: ReportEntry) => LOUDNESS[severity] >= LOUDNESS[failOn];
  return [...grouped(entries, ({ id }) => id, titles.keys())].map(([id, said]) => {
    const told = said.filter(({ exception }) => exception === undefined);
    return {
      name: titles.has(id) ? `${id} ${titles.get(id)}` : id,
      failures: told.filter(fails),
      remarks: told.filter((entry) => !fails(entry)),
      excepted: said.filter(({ exception }) => exception !== undefined),
    };
  });
}

/** Entries by a key; the given keys come first, also where they have none. */
function grouped(
  entries: readonly ReportEntry[],
  keyOf: (entry: ReportEntry) => string,
  keys: Iterable<string>,
): ReadonlyMap<string, readonly ReportEntry[]> {
  const groups = new Map<string, ReportEntry[]>([...keys].map((key) => [key, []]));
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}

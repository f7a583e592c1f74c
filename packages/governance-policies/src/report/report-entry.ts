import type { Diagnostic, Path, RelatedPlace, Severity, SourceRange } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import type { Exception } from '../ledger/exception.js';
import type { CheckReport } from './check-report.js';

/** One thing that a report says: a finding, excepted or not, or a diagnostic. */
export interface ReportEntry {
  /** The id of the rule, or the code of the diagnostic. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | undefined;
  /** Empty where no file is known. */
  readonly file: string;
  readonly range: SourceRange | undefined;
  readonly path: Path;
  readonly related: readonly RelatedPlace[];
  /** The steps concerned, and in templates the construct. */
  readonly parts: readonly string[];
  /** Undefined for diagnostics. */
  readonly fingerprint: string | undefined;
  /** What excuses it. */
  readonly exception: Exception | undefined;
}

const LOUDEST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** All that a report says: the loudest first, then by file and place; what is excepted last. */
export function entriesOf({ findings, excepted, diagnostics }: CheckReport): readonly ReportEntry[] {
  const told = [...findings.map((each) => entryOfFinding(each)), ...diagnostics.map(entryOfDiagnostic)];
  const excused = excepted.map(({ finding, exception }) => entryOfFinding(finding, exception));
  return [...told.sort(inOrder), ...excused.sort(inOrder)];
}

function entryOfFinding(finding: Finding, exception?: Exception): ReportEntry {
  const { rule, severity, message, help, range, path, related = [], steps, construct, fingerprint } = finding;
  const parts = construct === undefined ? steps : [construct, ...steps];
  return {
    id: rule,
    severity,
    message,
    help,
    file: range?.file ?? '',
    range,
    path,
    related,
    parts,
    fingerprint,
    exception,
  };
}

function entryOfDiagnostic({ code, severity, message, help, range, path, related = [] }: Diagnostic): ReportEntry {
  const place = { file: range?.file ?? '', range, path, related, parts: [] };
  return { id: code, severity, message, help, ...place, fingerprint: undefined, exception: undefined };
}

function inOrder(one: ReportEntry, other: ReportEntry): number {
  const loudness = LOUDEST_FIRST.indexOf(one.severity) - LOUDEST_FIRST.indexOf(other.severity);
  return (
    loudness || compareTexts(one.file, other.file) || lineOf(one) - lineOf(other) || compareTexts(one.id, other.id)
  );
}

function lineOf({ range }: ReportEntry): number {
  return range?.start.line ?? 0;
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

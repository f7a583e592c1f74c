import { formatPath, printable, type SourceRange } from '@millrace/schema';
import type { Location, LogicalLocation, PhysicalLocation, Result, Suppression } from 'sarif';
import type { Exception } from '../ledger/exception.js';
import { fileUri } from './file-uri.js';
import type { ReportEntry } from './report-entry.js';
import { SARIF_LEVELS } from './sarif-level.js';

/**
 * Under this name results carry who they are. GitHub computes `primaryLocationLineHash` on upload, and warns where it is
 * given (github/codeql-action, fingerprints.ts).
 */
const FINGERPRINT = 'millrace/v1';

/** One thing that a report says, as a result of SARIF. */
export function sarifResult(entry: ReportEntry, ruleIndex: number): Result {
  const { id, severity, message, help, fingerprint, exception, related } = entry;
  return {
    ruleId: id,
    ruleIndex,
    level: SARIF_LEVELS[severity],
    message: {
      text: printable(
        [message, help]
          .filter((text) => text !== undefined)
          .map(sentence)
          .join(' '),
      ),
    },
    locations: [locationOf(entry)],
    ...(related.length > 0 && { relatedLocations: related.flatMap(relatedLocation) }),
    ...(fingerprint !== undefined && { partialFingerprints: { [FINGERPRINT]: fingerprint } }),
    // Either all results of a run say whether they are suppressed, or none does (SARIF 2.1.0, 3.27.23).
    suppressions: exception === undefined ? [] : [suppressionOf(exception)],
  };
}

/** Messages begin small and have no full stop, because the terminal sets them after a code. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function locationOf({ file, range, path, parts }: ReportEntry): Location {
  const place = formatPath(path);
  const names: readonly LogicalLocation[] = [
    ...parts.map((name) => ({ name: printable(name), kind: 'resource' })),
    ...(place === '' ? [] : [{ fullyQualifiedName: printable(place), kind: 'member' }]),
  ];
  return {
    ...((range !== undefined || file !== '') && { physicalLocation: physicalLocation(file, range) }),
    ...(names.length > 0 && { logicalLocations: [...names] }),
  };
}

function relatedLocation({ message, range }: ReportEntry['related'][number], index: number): readonly Location[] {
  if (range === undefined) return [];
  return [{ id: index, message: { text: printable(message) }, physicalLocation: physicalLocation(range.file, range) }];
}

/** Columns count UTF-16 units on both sides, and both ends exclude the last. */
function physicalLocation(file: string, range: SourceRange | undefined): PhysicalLocation {
  const { start, end } = range ?? {};
  return {
    artifactLocation: { uri: fileUri(file) },
    ...(start !== undefined &&
      end !== undefined && {
        region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      }),
  };
}

function suppressionOf({ reason, owner, expires }: Exception): Suppression {
  return { kind: 'external', status: 'accepted', justification: printable(`${reason} (${owner}, until ${expires})`) };
}

import { formatPath, type Severity } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import type { FixKind } from '../rule/governance-rule.js';

/** A finding as `--json` prints it. Lines and columns are counted from 1. */
export interface FindingJson {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** `pipeline.steps[0].training`; empty for the document as a whole. */
  readonly path: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly fingerprint: string;
  readonly verdict: Finding['verdict'];
  readonly steps: readonly string[];
  /** In templates. */
  readonly construct?: string;
  readonly why: string;
  readonly help: string;
  readonly source: string;
  readonly fix: FixKind;
}

/** The JSON form of a finding, with its keys in a fixed order; what is not known is left out. */
export function describeFinding(finding: Finding): FindingJson {
  const { rule, severity, message, path, range, fingerprint, verdict, steps, construct, why, help, source, fix } =
    finding;
  return {
    ...{ rule, severity, message, path: formatPath(path) },
    ...(range !== undefined && { file: range.file, line: range.start.line, column: range.start.column }),
    ...{ fingerprint, verdict, steps },
    ...(construct !== undefined && { construct }),
    ...{ why, help, source, fix },
  };
}

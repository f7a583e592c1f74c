import { describeFinding, type FindingJson } from '../report/describe-finding.js';
import type { ExceptionState, JudgedException } from './applied-ledger.js';

/** An exception as `--json` prints it: who, why, until when, and what it hides. */
export interface ExceptionJson {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
  readonly owner: string;
  /** Its last day: YYYY-MM-DD. */
  readonly expires: string;
  /** Negative after its last day. */
  readonly daysLeft: number;
  readonly environments?: readonly string[];
  readonly state: ExceptionState;
  readonly file: string;
  readonly line: number;
  /** What it hides; of an expired one what it hid. */
  readonly findings: readonly FindingJson[];
}

/** The JSON form of an exception, with its keys in a fixed order. */
export function describeException({ exception, daysLeft, state, covers }: JudgedException): ExceptionJson {
  const { rule, path, reason, owner, expires, environments, range } = exception;
  return {
    ...{ rule, path, reason, owner, expires, daysLeft },
    ...(environments !== undefined && { environments }),
    ...{ state, file: range.file, line: range.start.line },
    findings: covers.map(describeFinding),
  };
}

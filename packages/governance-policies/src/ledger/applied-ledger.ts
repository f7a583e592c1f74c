import type { Diagnostic } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import type { Exception } from './exception.js';

/** One document that was checked, and what was found in it. */
export interface CheckedTarget {
  /** Relative to the folder of the project, with `/`; where there is no project, as it was given. */
  readonly file: string;
  /** Paths of the constructs in a template: exceptions that name one of them are judged too. */
  readonly constructs?: readonly string[];
  /** The environment that it was checked for. */
  readonly environment?: string | undefined;
  /** The ids of the rules that ran. */
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

/** A finding that an exception excuses. */
export interface ExceptedFinding {
  readonly finding: Finding;
  readonly exception: Exception;
}

/**
 * - `holds`: it excuses something.
 * - `expired`: it no longer excuses anything.
 * - `unused`: what it is about was checked, and there is nothing to excuse.
 * - `not-judged`: what it is about was not checked, or not with this rule.
 */
export type ExceptionState = 'holds' | 'expired' | 'unused' | 'not-judged';

/** What has become of an exception. */
export interface JudgedException {
  readonly exception: Exception;
  readonly state: ExceptionState;
  /** Until its last day; negative after it. */
  readonly daysLeft: number;
  /** What it excuses; of an expired one what it would excuse. */
  readonly covers: readonly Finding[];
}

/** What is left of findings when the exceptions of a project are taken into account. */
export interface AppliedLedger {
  /** What counts, in the order of the targets. */
  readonly findings: readonly Finding[];
  readonly excepted: readonly ExceptedFinding[];
  /** Every exception, in the order of the ledger. */
  readonly exceptions: readonly JudgedException[];
  /** Of expired and unused exceptions, at their lines. */
  readonly diagnostics: readonly Diagnostic[];
}

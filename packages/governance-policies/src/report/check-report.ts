import type { Diagnostic, Severity } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import type { ExceptedFinding, JudgedException } from '../ledger/applied-ledger.js';
import type { RuleTexts } from '../rule/governance-rule.js';

/** All that a check has to report. Reports in every format are pure functions of it. */
export interface CheckReport {
  /** What counts: without what is excepted. */
  readonly findings: readonly Finding[];
  readonly excepted: readonly ExceptedFinding[];
  /** Every exception of the ledger, and what has become of it. */
  readonly exceptions: readonly JudgedException[];
  /** What is wrong apart from the rules: expired and unused exceptions, files that cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the rules were held against, by the names that findings have in their ranges. */
  readonly files: readonly string[];
  /** The rules that ran, each once. */
  readonly rules: readonly RuleTexts[];
  /** The quietest that fails the check, as `--fail-on`. */
  readonly failOn: Severity;
  /** Of Millrace. */
  readonly tool: { readonly version: string };
}

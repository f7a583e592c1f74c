import { type DiagnosticJson, diagnosticToJson } from '@millrace/schema';
import { describeException, type ExceptionJson } from '../ledger/describe-exception.js';
import type { CheckReport } from './check-report.js';
import { describeFinding, type FindingJson } from './describe-finding.js';

/** A report as `--json` prints it. */
export interface ReportJson {
  readonly findings: readonly FindingJson[];
  readonly exceptions: readonly ExceptionJson[];
  readonly diagnostics: readonly DiagnosticJson[];
}

/** The JSON form of a report. What is excepted stands with its exception. */
export function describeReport({ findings, exceptions, diagnostics }: CheckReport): ReportJson {
  return {
    findings: findings.map(describeFinding),
    exceptions: exceptions.map(describeException),
    diagnostics: diagnostics.map(diagnosticToJson),
  };
}

import { type Finding, findingDiagnostic } from '@millrace/governance-policies';
import { diagnosticToJson } from '@millrace/schema';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { type CheckResult, findingsOf } from './check-result.js';

/** The document of `--json`. */
export function describeCheck(result: CheckResult): object {
  const diagnostics = [...result.diagnostics, ...result.targets.flatMap((target) => target.diagnostics)];
  return {
    findings: findingsOf(result).map(describeFinding),
    diagnostics: describeDiagnostics(diagnostics),
    checked: result.targets.map(({ file, what }) => ({ file, what })),
  };
}

function describeFinding(finding: Finding): object {
  const { rule, severity, fingerprint, verdict, steps, why, help, source, fix } = finding;
  const { message } = finding;
  const { path, file, line, column } = diagnosticToJson(findingDiagnostic(finding));
  return { rule, severity, message, path, file, line, column, fingerprint, verdict, steps, why, help, source, fix };
}

import { type Diagnostic, type DiagnosticJson, diagnosticToJson } from '@millrace/schema';

/** Diagnostics as `--json` prints them. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[]): readonly DiagnosticJson[] {
  return diagnostics.map(diagnosticToJson);
}

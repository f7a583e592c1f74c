import { type Diagnostic, type DiagnosticJson, diagnosticToJson } from '@millrace/schema';
import { inReadingOrder } from './in-reading-order.js';

/** Diagnostics as `--json` prints them, in the order of the document. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[]): readonly DiagnosticJson[] {
  return inReadingOrder(diagnostics).map(diagnosticToJson);
}

import { type Diagnostic, hasErrors, type Outcome, renderDiagnostic } from '@millrace/schema';

/** What came out of the checks without an error. */
export interface Sound<T> {
  readonly pipeline: T;
  readonly warnings: readonly Diagnostic[];
}

/** Throws one Error that shows all diagnostics, as the command line shows them, where one of them is an error. */
export function refuseErrors<T>(
  { value, diagnostics }: Outcome<T>,
  { file, text }: { readonly file: string; readonly text: string },
): Sound<T> {
  if (value !== undefined && !hasErrors(diagnostics)) {
    return { pipeline: value, warnings: diagnostics.filter(({ severity }) => severity === 'warning') };
  }
  const shown = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((each) => renderDiagnostic(each, { textOf: (name) => (name === file ? text : undefined) }));
  throw new Error(`${file} cannot be deployed:\n${shown.join('\n')}`);
}

import { type Diagnostic, hasErrors, type Outcome, renderDiagnostic } from '@millrace/schema';

/** What came out of the checks without an error. */
export interface Sound<T> {
  readonly pipeline: T;
  readonly warnings: readonly Diagnostic[];
}

/** The text that was checked. */
export interface SourceText {
  /** Shown to people. */
  readonly file: string;
  readonly text: string;
  /** Whether it was written of an object of the program: nobody has seen its lines. */
  readonly isObject?: boolean;
}

/** Throws one Error that shows all diagnostics, as the command line shows them, where one of them is an error. */
export function refuseErrors<T>({ value, diagnostics }: Outcome<T>, source: SourceText): Sound<T> {
  if (value !== undefined && !hasErrors(diagnostics)) {
    return { pipeline: value, warnings: diagnostics.filter(({ severity }) => severity === 'warning') };
  }
  const shown = diagnostics.filter(({ severity }) => severity === 'error').map((each) => show(each, source));
  throw new Error(`${source.file} cannot be deployed:\n${shown.join('\n')}`);
}

function show(diagnostic: Diagnostic, { file, text, isObject = false }: SourceText): string {
  if (!isObject) return renderDiagnostic(diagnostic, { textOf: (name) => (name === file ? text : undefined) });
  const { range: _, related, ...placed } = diagnostic;
  const elsewhere = related?.map(({ range: __, ...place }) => place);
  const shown = renderDiagnostic({ ...placed, ...(elsewhere && { related: elsewhere }) }, { textOf: () => undefined });
  // What stands for a token of the program is a name of ours.
  return shown.replaceAll(/\{\{context:aws-cdk-token-\d+\}\}|context:aws-cdk-token-\d+/g, '<token>');
}

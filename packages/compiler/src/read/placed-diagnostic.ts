import type { Diagnostic, Offsets, Path } from '@millrace/schema';

/** A diagnostic of a text that has no tree yet, with its place as offsets. */
export interface PlacedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly offsets: Offsets;
  readonly related?: readonly { readonly message: string; readonly path: Path; readonly offsets: Offsets }[];
}

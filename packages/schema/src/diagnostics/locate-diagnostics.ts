import type { SourceDocument } from '../source/source-document.js';
import type { Diagnostic } from './diagnostic.js';

/** Gives every diagnostic, and every related place, its line and column in the document. Ranges already known stay. */
export function locateDiagnostics(diagnostics: readonly Diagnostic[], document: SourceDocument): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    range: diagnostic.range ?? document.rangeOf(diagnostic.path, diagnostic.target),
    ...(diagnostic.related === undefined
      ? {}
      : {
          related: diagnostic.related.map((place) => ({
            ...place,
            range: place.range ?? document.rangeOf(place.path),
          })),
        }),
  }));
}

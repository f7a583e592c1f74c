import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';

/** The diagnostic with all its places taken to another document; keys of one document are not keys of the other. */
export function moveDiagnostic({ target: _, ...diagnostic }: Diagnostic, originOf: (path: Path) => Path): Diagnostic {
  const related = diagnostic.related?.map((place) => ({ ...place, path: originOf(place.path) }));
  return { ...diagnostic, path: originOf(diagnostic.path), ...(related === undefined ? {} : { related }) };
}

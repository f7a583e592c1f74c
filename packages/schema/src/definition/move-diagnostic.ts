import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';

/**
 * The diagnostic with all its places taken to another document. It points at a key there only where both documents
 * have that key, as in the maps that an author fills; other keys of one document are not keys of the other.
 */
export function moveDiagnostic({ target, ...diagnostic }: Diagnostic, originOf: (path: Path) => Path): Diagnostic {
  const related = diagnostic.related?.map((place) => ({ ...place, path: originOf(place.path) }));
  const path = originOf(diagnostic.path);
  const sameKey = target === 'key' && path.at(-1) === diagnostic.path.at(-1);
  return {
    ...diagnostic,
    path,
    ...(sameKey ? { target } : {}),
    ...(related === undefined ? {} : { related }),
  };
}

import type { SourceDocument } from '../source/source-document.js';
import type { Diagnostic, RelatedPlace } from './diagnostic.js';
import { type LocatedDiagnostic, withoutCopies } from './without-copies.js';

/**
 * Gives every diagnostic, and every related place, its line and column in the document, and the path at which the author
 * wrote what it is about. Ranges already known stay. What several copies of one place give rise to is told once.
 */
export function locateDiagnostics(diagnostics: readonly Diagnostic[], document: SourceDocument): readonly Diagnostic[] {
  return withoutCopies(diagnostics.map((diagnostic) => locate(diagnostic, document)));
}

function locate(diagnostic: Diagnostic, document: SourceDocument): LocatedDiagnostic {
  const { related } = diagnostic;
  const around = related === undefined ? {} : { related: related.map((place) => locateRelated(place, document)) };
  if (diagnostic.range !== undefined) return { diagnostic: { ...diagnostic, ...around }, copied: false };
  const path = document.writtenPath(diagnostic.path);
  const range = document.rangeOf(diagnostic.path, diagnostic.target);
  return { diagnostic: { ...diagnostic, path, range, ...around }, copied: !isSame(path, diagnostic.path) };
}

function locateRelated(place: RelatedPlace, document: SourceDocument): RelatedPlace {
  if (place.range !== undefined) return place;
  return { ...place, path: document.writtenPath(place.path), range: document.rangeOf(place.path) };
}

function isSame(one: Diagnostic['path'], other: Diagnostic['path']): boolean {
  return one.length === other.length && one.every((segment, index) => segment === other[index]);
}

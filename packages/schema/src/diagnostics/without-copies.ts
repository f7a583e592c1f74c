import type { Diagnostic } from './diagnostic.js';
import { formatPath } from './format-path.js';

/** A diagnostic with its place, and whether it is about a copy of what the author wrote there. */
export interface LocatedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly copied: boolean;
}

/**
 * What the author wrote once is told once: of equal diagnostics about copies of one place the first stays, and none where
 * the place itself is wrong already.
 */
export function withoutCopies(located: readonly LocatedDiagnostic[]): readonly Diagnostic[] {
  const wrong = new Set(located.filter(isOwnError).map(({ diagnostic }) => formatPath(diagnostic.path)));
  const told = new Set<string>();
  return located
    .filter(({ diagnostic: { code, path, message }, copied }) => {
      const key = JSON.stringify([code, path, message]);
      const again = copied && (told.has(key) || wrong.has(formatPath(path)));
      told.add(key);
      return !again;
    })
    .map(({ diagnostic }) => diagnostic);
}

function isOwnError({ diagnostic, copied }: LocatedDiagnostic): boolean {
  return !copied && diagnostic.severity === 'error';
}

import type { z } from 'zod';
import type { DiagnosticPlace } from '../diagnostics/define-diagnostics.js';
import type { Path } from '../diagnostics/diagnostic.js';

/** A fault in a config file, and where it lies: at a key where that is what is wrong. */
export interface PlacedIssue {
  readonly problem: string;
  readonly place: DiagnosticPlace;
}

/** The faults that zod found; of unknown keys and of keys of another form the place is the key itself. */
export function placeIssues({ issues }: z.ZodError): readonly PlacedIssue[] {
  return issues.flatMap((issue): readonly PlacedIssue[] => {
    const path = toPath(issue.path);
    if (issue.code === 'invalid_key')
      return issue.issues.map(({ message }) => ({ problem: message, place: { path, target: 'key' } }));
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    return unknown === undefined
      ? [{ problem: issue.message, place: { path } }]
      : [{ problem: issue.message, place: { path: [...path, unknown], target: 'key' } }];
  });
}

// zod's paths may hold symbols, which no document has.
function toPath(path: readonly PropertyKey[]): Path {
  return path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment));
}

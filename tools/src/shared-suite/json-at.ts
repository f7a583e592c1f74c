import type { PlainJson } from '@millrace/schema';

/** The part of a JSON value at a path; undefined where there is none. */
export function jsonAt(json: PlainJson | undefined, ...path: readonly (string | number)[]): PlainJson | undefined {
  // Lists and objects are read alike; what a path does not lead to is undefined.
  return path.reduce<PlainJson | undefined>((part, key) => (part as Record<string, PlainJson> | null)?.[key], json);
}

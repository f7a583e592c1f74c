import type { JsonEdit } from './json-edit.js';

/** The edits of a place, and of the places in it. */
export interface JsonChanges {
  /** What is set or removed here; nothing inside of it matters then. */
  readonly own?: JsonEdit;
  readonly inside: ReadonlyMap<string | number, JsonChanges>;
}

/** Edits by the way to their places. Of two edits of one place the first stays. */
export function changesOf(edits: readonly JsonEdit[]): JsonChanges {
  const all = emptyChanges();
  for (const edit of edits) insert(all, edit);
  return all;
}

interface GrowingChanges extends JsonChanges {
  own?: JsonEdit;
  readonly inside: Map<string | number, GrowingChanges>;
}

function emptyChanges(): GrowingChanges {
  return { inside: new Map() };
}

function insert(all: GrowingChanges, edit: JsonEdit): void {
  let at = all;
  for (const segment of edit.path) {
    const next = at.inside.get(segment) ?? emptyChanges();
    at.inside.set(segment, next);
    at = next;
  }
  at.own ??= edit;
}

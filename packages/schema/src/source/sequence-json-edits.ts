import type { Path } from '../diagnostics/diagnostic.js';
import { changedJson } from './apply-json-edits.js';
import { isJsonList, isJsonObject, type Json } from './json.js';
import { changesOf, type JsonChanges } from './json-changes.js';
import type { JsonEdit } from './json-edit.js';

/**
 * The same edits for one who makes them one after the other: each place or the map or list around it exists when its turn
 * comes, none is inside of another, and items of lists are removed last, from the end. Edits without effect are left out.
 */
export function sequenceJsonEdits(json: Json, edits: readonly JsonEdit[]): readonly JsonEdit[] {
  const all = [...sequence(json, changesOf(edits), [])];
  const removals = all.filter(removesItem).sort((one, other) => comparePaths(other.path, one.path));
  return [...all.filter((edit) => !removesItem(edit)), ...removals];
}

function removesItem(edit: JsonEdit): boolean {
  return 'remove' in edit && typeof edit.path.at(-1) === 'number';
}

function* sequence(value: Json | undefined, changes: JsonChanges, path: Path): Generator<JsonEdit> {
  const { own, inside } = changes;
  const isEntered = own === undefined && (isJsonList(value) || isJsonObject(value));
  if (isEntered && isJsonList(value)) yield* sequenceList(value, inside, path);
  else if (isEntered && isJsonObject(value) && changedJson(value, changes) !== value)
    for (const [key, each] of inside) {
      if (typeof key === 'string') yield* sequence(memberOf(value, key), each, [...path, key]);
    }
  else if (!isEntered) yield* replace(value, changedJson(value, changes), path);
}

function* sequenceList(list: readonly Json[], inside: JsonChanges['inside'], path: Path): Generator<JsonEdit> {
  let end = list.length;
  for (const [index, changes] of [...inside].sort(([one], [other]) => Number(one) - Number(other))) {
    if (typeof index !== 'number') continue;
    if (index < list.length) yield* sequence(list[index], changes, [...path, index]);
    else {
      const value = changedJson(undefined, changes);
      if (value !== undefined) yield { path: [...path, end++], value };
    }
  }
}

function* replace(before: Json | undefined, after: Json | undefined, path: Path): Generator<JsonEdit> {
  if (after === undefined && before !== undefined) yield { path, remove: true };
  if (after !== undefined && after !== before) yield { path, value: after };
}

function memberOf(object: Json, key: string): Json | undefined {
  return isJsonObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

function comparePaths(one: Path, other: Path): number {
  for (const [index, segment] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (segment === against) continue;
    if (typeof segment === 'number' && typeof against === 'number') return segment - against;
    return String(segment) < String(against) ? -1 : 1;
  }
  return one.length - other.length;
}

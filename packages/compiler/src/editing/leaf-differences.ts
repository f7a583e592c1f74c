import { isJsonList, isJsonObject, type Json, looksLikeExpression, type Path, sameJson } from '@millrace/schema';

/** The places, as far inside as possible, in which two values differ. Expressions differ as a whole. */
export function leafDifferences(one: Json | undefined, other: Json | undefined, at: Path = []): readonly Path[] {
  if (sameJson(one, other)) return [];
  const keys = keysOf(one, other);
  if (keys === undefined) return [at];
  return keys.flatMap((key) => leafDifferences(memberAt(one, key), memberAt(other, key), [...at, key]));
}

/** The member of a map or list; undefined where there is none. */
export function memberAt(value: Json | undefined, key: string | number): Json | undefined {
  if (isJsonList(value) && typeof key === 'number') return value[key];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What a path leads to; undefined where it leads to nothing. */
export function valueAt(json: Json | undefined, path: Path): Json | undefined {
  return path.reduce(memberAt, json);
}

/** The keys of maps, or the positions of lists, where both are of one kind or one is absent and the other is not empty. */
function keysOf(one: Json | undefined, other: Json | undefined): readonly (string | number)[] | undefined {
  const given = [one, other].filter((each) => each !== undefined);
  if (given.every(isJsonList)) {
    const length = Math.max(...given.map((list) => list.length));
    return length === 0 ? undefined : [...Array(length).keys()];
  }
  if (!given.every((each) => isJsonObject(each) && !looksLikeExpression(each))) return undefined;
  const keys = [...new Set(given.flatMap((each) => Object.keys(each)))];
  return keys.length === 0 ? undefined : keys;
}

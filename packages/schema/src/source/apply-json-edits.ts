import { looksLikeExpression } from '../definition/expression.js';
import { isJsonList, isJsonObject, type Json, type JsonObject, objectFromEntries } from './json.js';
import { changesOf, type JsonChanges } from './json-changes.js';
import type { JsonEdit } from './json-edit.js';

/**
 * The value with its edits made, all at once: their paths are places of the value as it was given. Of two edits of one
 * place the first is made, and none inside of what another one sets or removes. An edit that leads into text, into an
 * expression of SageMaker or past the end of a list changes nothing.
 */
export function applyJsonEdits(json: Json, edits: readonly JsonEdit[]): Json {
  return changedJson(json, changesOf(edits)) ?? null;
}

/** The value after its changes; undefined where it is removed, or was not there and still is not. */
export function changedJson(value: Json | undefined, { own, inside }: JsonChanges): Json | undefined {
  if (own !== undefined) return 'value' in own ? own.value : undefined;
  if (inside.size === 0) return value;
  if (isJsonList(value)) return changedList(value, inside);
  if (value !== undefined && value !== null && !isJsonObject(value)) return value;
  return looksLikeExpression(value ?? undefined) ? value : (changedObject(value ?? undefined, inside) ?? value);
}

/** All positions are those of the list as it was, so that nothing moves under an edit. */
function changedList(list: readonly Json[], inside: JsonChanges['inside']): Json {
  const kept = list.map((each, index) => changedJson(each, inside.get(index) ?? { inside: new Map() }));
  const appended = [...inside]
    .filter(([index]) => typeof index === 'number' && index >= list.length)
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, changes]) => changedJson(undefined, changes));
  return [...kept, ...appended].filter((each) => each !== undefined);
}

function changedObject(object: JsonObject | undefined, inside: JsonChanges['inside']): Json | undefined {
  const members = new Map<string, Json | undefined>(Object.entries(object ?? {}));
  for (const [key, changes] of inside) {
    if (typeof key === 'string') members.set(key, changedJson(members.get(key), changes));
  }
  const given = [...members].filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return object === undefined && given.length === 0 ? undefined : objectFromEntries(given);
}

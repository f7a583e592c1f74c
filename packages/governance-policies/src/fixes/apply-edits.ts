import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  looksLikeExpression,
  objectFromEntries,
  type PipelineDefinition,
} from '@millrace/schema';
import type { DefinitionEdit } from './definition-edit.js';

/**
 * The definition with its edits made, all at once: their paths are places of the definition as it was given. Of two edits
 * of one place the first is made, and none inside of what another one sets or removes. An edit that leads into text, into
 * an expression or past the end of a list changes nothing.
 */
export function applyEdits(definition: PipelineDefinition, edits: readonly DefinitionEdit[]): PipelineDefinition {
  const changes = edits.reduce<Changes>((all, edit) => insert(all, edit), { inside: new Map() });
  // A definition is JSON; its interfaces have no index signature to say so.
  return changed(definition as unknown as Json, changes) as unknown as PipelineDefinition;
}

/** The edits of a place, and of the places in it. */
interface Changes {
  own?: DefinitionEdit;
  readonly inside: Map<string | number, Changes>;
}

function insert(all: Changes, edit: DefinitionEdit): Changes {
  let at = all;
  for (const segment of edit.path) {
    const next = at.inside.get(segment) ?? { inside: new Map() };
    at.inside.set(segment, next);
    at = next;
  }
  at.own ??= edit;
  return all;
}

/** The value after its changes; undefined where it is removed, or was not there and still is not. */
function changed(value: Json | undefined, { own, inside }: Changes): Json | undefined {
  if (own !== undefined) return 'value' in own ? own.value : undefined;
  if (inside.size === 0) return value;
  if (isJsonList(value)) return changedList(value, inside);
  if (value !== undefined && value !== null && !isJsonObject(value)) return value;
  return looksLikeExpression(value ?? undefined) ? value : changedObject(value ?? undefined, inside);
}

/** All positions are those of the list as it was, so that nothing moves under an edit. */
function changedList(list: readonly Json[], inside: Changes['inside']): Json {
  const kept = list.map((each, index) => changed(each, inside.get(index) ?? { inside: new Map() }));
  const appended = [...inside]
    .filter(([index]) => typeof index === 'number' && index >= list.length)
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, changes]) => changed(undefined, changes));
  return [...kept, ...appended].filter((each) => each !== undefined);
}

function changedObject(object: JsonObject | undefined, inside: Changes['inside']): Json | undefined {
  const members = new Map<string, Json | undefined>(Object.entries(object ?? {}));
  for (const [key, changes] of inside) {
    if (typeof key === 'string') members.set(key, changed(members.get(key), changes));
  }
  const given = [...members].filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return object === undefined && given.length === 0 ? undefined : objectFromEntries(given);
}

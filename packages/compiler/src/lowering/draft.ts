import { isJsonList, isJsonObject, isJsonScalar, type Json, objectFromEntries, type Path } from '@millrace/schema';

/** A part of a definition in the making: JSON whose nodes may know where in the spec they come from. Absent members are undefined. */
export type Draft = Json | Placed | readonly Draft[] | { readonly [key: string]: Draft | undefined };

/** A node with its origin in the spec. */
export class Placed {
  constructor(
    readonly path: Path,
    readonly content: Draft | undefined,
  ) {}
}

/** Gives a part its origin in the spec; an absent part stays absent. */
export function placed(path: Path, content: Draft | undefined): Placed | undefined {
  return content === undefined ? undefined : new Placed(path, content);
}

/** JSON of a spec that goes into the definition as it is: each node has its own place as origin. */
export function placedJson(json: Json, path: Path): Placed {
  if (isJsonList(json))
    return new Placed(
      path,
      json.map((item, index) => placedJson(item, [...path, index])),
    );
  if (!isJsonObject(json)) return new Placed(path, json);
  const entries = Object.entries(json).map(([key, value]) => [key, placedJson(value, [...path, key])] as const);
  return new Placed(path, objectFromEntries(entries));
}

/** A finished part, and the origin of its nodes. */
export interface FinishedDraft {
  readonly json: Json;
  readonly originOf: OriginOf;
}

/** The place in the spec that a place in the definition comes from: that of the node, or of its closest ancestor. */
export type OriginOf = (definitionPath: Path) => Path;

/** Takes the origins out of a draft; absent members disappear. */
export function finishDraft(draft: Draft): FinishedDraft {
  const origins: Origins = {};
  const json = finish(draft, origins) ?? null;
  return { json, originOf: (path) => findOrigin(path, origins) };
}

/** The origin of a node, and those inside of it: a tree of the same form as the definition. */
interface Origins {
  own?: Path;
  inside?: Map<string | number, Origins>;
}

function finish(draft: Draft | undefined, origins: Origins): Json | undefined {
  if (draft instanceof Placed) {
    origins.own = draft.path;
    return finish(draft.content, origins);
  }
  if (draft === undefined || isScalar(draft)) return draft;
  if (isList(draft)) return draft.map((item, index) => finish(item, originsAt(origins, index)) ?? null);
  const entries = Object.entries(draft).map(([key, value]) => [key, finish(value, originsAt(origins, key))] as const);
  return objectFromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined));
}

function originsAt(origins: Origins, key: string | number): Origins {
  const inner: Origins = {};
  origins.inside ??= new Map();
  origins.inside.set(key, inner);
  return inner;
}

// Array.isArray does not narrow readonly lists out of a union.
function isList(draft: Draft): draft is readonly Draft[] {
  return Array.isArray(draft);
}

function isScalar(draft: Draft): draft is Exclude<Json, readonly Json[] | { readonly [key: string]: Json }> {
  // Objects with origins inside are no scalars either, so the check for JSON answers for drafts too.
  return isJsonScalar(draft as Json);
}

function findOrigin(path: Path, origins: Origins): Path {
  let closest = origins.own ?? [];
  let at: Origins | undefined = origins;
  for (const segment of path) {
    at = at.inside?.get(segment);
    if (at === undefined) break;
    closest = at.own ?? closest;
  }
  return closest;
}

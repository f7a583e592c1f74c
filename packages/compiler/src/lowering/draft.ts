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
  const origins = new Map<string, Path>();
  const json = finish(draft, [], origins) ?? null;
  return { json, originOf: (path) => findOrigin(path, origins) };
}

function finish(draft: Draft | undefined, at: Path, origins: Map<string, Path>): Json | undefined {
  if (draft instanceof Placed) {
    origins.set(JSON.stringify(at), draft.path);
    return finish(draft.content, at, origins);
  }
  if (draft === undefined || isScalar(draft)) return draft;
  if (isList(draft)) return draft.map((item, index) => finish(item, [...at, index], origins) ?? null);
  const entries = Object.entries(draft).map(([key, value]) => [key, finish(value, [...at, key], origins)] as const);
  return objectFromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined));
}

// Array.isArray does not narrow readonly lists out of a union.
function isList(draft: Draft): draft is readonly Draft[] {
  return Array.isArray(draft);
}

function isScalar(draft: Draft): draft is Exclude<Json, readonly Json[] | { readonly [key: string]: Json }> {
  // Objects with origins inside are no scalars either, so the check for JSON answers for drafts too.
  return isJsonScalar(draft as Json);
}

function findOrigin(path: Path, origins: ReadonlyMap<string, Path>): Path {
  for (let length = path.length; length >= 0; length--) {
    const origin = origins.get(JSON.stringify(path.slice(0, length)));
    if (origin !== undefined) return origin;
  }
  return [];
}

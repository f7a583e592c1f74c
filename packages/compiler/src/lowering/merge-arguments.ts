import {
  type ArgumentMap,
  type ArgumentValue,
  isJsonObject,
  type Json,
  looksLikeExpression,
  type Path,
  SpecValue,
  VerbatimValue,
} from '@millrace/schema';
import { type Draft, Placed, placed, placedJson } from './draft.js';
import type { LoweringContext } from './lowering-context.js';

type Members = Readonly<Record<string, Draft | undefined>>;

/** Where the author's arguments stand, and what lowers their values. */
interface ArgumentPlace {
  readonly path: Path;
  readonly context: LoweringContext;
}

/**
 * What Millrace makes of a step with the author's own members merged in last: maps by key, all else is replaced, and null
 * takes a member out. Each member knows which of the two it comes from.
 */
export function mergeArguments(made: Members, own: ArgumentMap | undefined, { path, context }: ArgumentPlace): Members {
  if (own === undefined) return made;
  const merged = Object.entries(own).map(
    ([key, value]) => [key, mergeValue(made[key], value, { path: [...path, key], context })] as const,
  );
  return { ...made, ...Object.fromEntries(merged) };
}

function mergeValue(made: Draft | undefined, own: ArgumentValue, place: ArgumentPlace): Draft | undefined {
  const { path, context } = place;
  if (own === null) return undefined;
  if (own instanceof SpecValue) return context.value(own, path);
  if (own instanceof VerbatimValue) return placedJson(own.json, [...path, ...own.at]);
  if (isList(own)) {
    const items = own.map((item, index) => mergeValue(undefined, item, { path: [...path, index], context }) ?? null);
    return placed(path, items);
  }
  const members = membersOf(made);
  if (members === undefined) return placed(path, mergeArguments({}, own, place));
  const merged = mergeArguments(members, own, place);
  return made instanceof Placed ? placed(made.path, merged) : merged;
}

// Array.isArray does not narrow readonly lists out of a union.
function isList(value: readonly ArgumentValue[] | ArgumentMap): value is readonly ArgumentValue[] {
  return Array.isArray(value);
}

/** The members of a map; undefined for all else, and for expressions, whose keys are no members. */
function membersOf(draft: Draft | undefined): Members | undefined {
  if (draft instanceof Placed) return membersOf(draft.content);
  // Only its keys are looked at, so it does not matter that nodes inside may have origins.
  const json = draft as Json | undefined;
  return isJsonObject(json) && !looksLikeExpression(json) ? (draft as Members) : undefined;
}

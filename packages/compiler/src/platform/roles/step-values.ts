import { asExpression, type DefinitionStep, isJsonList, isJsonObject, type Json } from '@millrace/schema';

/**
 * The values of a member of a step: an argument, or what stands beside the arguments. `A.B` looks into all entries of
 * lists on its way.
 */
export function valuesOf(step: DefinitionStep, member: string): readonly Json[] {
  const keys = member.split('.');
  const inside = valuesAt(step.Arguments, keys);
  // Members beside the common ones are typed unknown, but they were read from JSON.
  return inside.length > 0 ? inside : valuesAt(step as unknown as Json, keys);
}

function valuesAt(value: Json | undefined, keys: readonly string[]): readonly Json[] {
  if (value === undefined || value === null) return [];
  if (isJsonList(value)) return value.flatMap((item) => valuesAt(item, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  if (!isJsonObject(value) || asExpression(value) !== undefined) return [];
  return Object.hasOwn(value, key) ? valuesAt(value[key], rest) : [];
}

/** A scalar of a step's arguments, and the object that it stands in. */
export interface ArgumentLeaf {
  /** The member around it and its own: `S3Input.S3Uri`; lists do not count. */
  readonly slot: string;
  readonly value: Json;
  readonly beside: Json;
  /** All members on the way to it, its own last. */
  readonly way: readonly string[];
}

/** Every scalar and expression in the arguments of a step. */
export function argumentLeaves({ Arguments }: DefinitionStep): readonly ArgumentLeaf[] {
  return leavesOf(Arguments, { way: [], beside: Arguments });
}

function leavesOf(value: Json, place: Pick<ArgumentLeaf, 'way' | 'beside'>): readonly ArgumentLeaf[] {
  if (isJsonList(value)) return value.flatMap((item) => leavesOf(item, place));
  if (!isJsonObject(value) || asExpression(value) !== undefined)
    return [{ ...place, value, slot: place.way.slice(-2).join('.') }];
  return Object.entries(value).flatMap(([key, member]) =>
    leavesOf(member, { way: [...place.way, key], beside: value }),
  );
}

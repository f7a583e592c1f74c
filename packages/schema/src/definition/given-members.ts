import { isJsonObject, type Json } from '../source/json.js';

/** Which of these members an object has; null counts as absent, as it does for AWS. */
export function givenMembers(value: Json | undefined, keys: readonly string[]): readonly string[] {
  return isJsonObject(value) ? keys.filter((key) => (value[key] ?? null) !== null) : [];
}

/** What is wrong with a choice of exactly one of two members, in words; undefined where one is given. */
export function wrongChoice(value: Json | undefined, keys: readonly [string, string]): string | undefined {
  const { length } = givenMembers(value, keys);
  if (length === 1) return undefined;
  return length === 0 ? 'neither is given' : 'both are given';
}

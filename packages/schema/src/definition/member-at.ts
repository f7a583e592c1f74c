import { isJsonList, isJsonObject, type Json } from '../source/json.js';

/** The value at the end of a way of keys; undefined where the way breaks off, at expressions for example. */
export function memberAt(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let at = value;
  for (const key of keys) {
    if (!isJsonObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** The list at the end of a way of keys; empty where there is none. */
export function listAt(value: Json | undefined, ...keys: readonly string[]): readonly Json[] {
  const found = memberAt(value, ...keys);
  return isJsonList(found) ? found : [];
}

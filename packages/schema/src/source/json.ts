import { isNumber, SourceNumber } from './source-number.js';

/** A JSON value whose numbers may carry their source text. */
export type Json = null | boolean | string | number | SourceNumber | readonly Json[] | JsonObject;

/** A JSON object; its keys have no special meaning, `__proto__` included. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A JSON value of ordinary JavaScript numbers. */
export type PlainJson = null | boolean | string | number | readonly PlainJson[] | PlainJsonObject;

/** A JSON object of ordinary JavaScript numbers. */
export interface PlainJsonObject {
  readonly [key: string]: PlainJson;
}

/** True for a JSON object: no list, no null, no number with source text. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceNumber);
}

/** True for a JSON list. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** True for text, numbers, booleans and null. */
export function isJsonScalar(value: Json): value is null | boolean | string | number | SourceNumber {
  return value === null || typeof value !== 'object' || value instanceof SourceNumber;
}

/** An object without prototype surprises: a key `__proto__` is an ordinary key. */
export function objectFromEntries<T>(entries: Iterable<readonly [string, T]>): { readonly [key: string]: T } {
  const object: { [key: string]: T } = Object.create(null);
  for (const [key, value] of entries) object[key] = value;
  return object;
}

/** The same value with ordinary JavaScript numbers. */
export function toPlainJson(json: Json): PlainJson {
  if (isNumber(json)) return typeof json === 'number' ? json : json.value;
  if (isJsonList(json)) return json.map(toPlainJson);
  if (isJsonObject(json))
    return objectFromEntries(Object.entries(json).map(([key, value]) => [key, toPlainJson(value)]));
  return json;
}

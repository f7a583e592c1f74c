import type { PlainJson, PlainJsonObject } from '@millrace/schema';
import { unknownReasonOf } from '../evaluation/unknown-value.js';

/** The object at a member, or an empty one: foreign definitions leave out whatever they like. */
export function objectAt(value: PlainJson | undefined, member: string): PlainJsonObject {
  const found = isObject(value) ? value[member] : undefined;
  return isObject(found) && unknownReasonOf(found) === undefined ? found : {};
}

/** The list of objects at a member, or an empty one. */
export function objectsAt(value: PlainJson | undefined, member: string): readonly PlainJsonObject[] {
  const found = isObject(value) ? value[member] : undefined;
  return Array.isArray(found) ? found.filter(isObject) : [];
}

/** The texts of the list at a member, numbers and booleans included as text. */
export function textsAt(value: PlainJson | undefined, member: string): readonly string[] {
  const found = isObject(value) ? value[member] : undefined;
  return Array.isArray(found) ? found.map(textOf).filter((text) => text !== undefined) : [];
}

/** The text at a member; undefined when there is none or it is not known. */
export function textAt(value: PlainJson | undefined, member: string): string | undefined {
  return isObject(value) ? textOf(value[member]) : undefined;
}

/** The number at a member; undefined when there is none. */
export function numberAt(value: PlainJson | undefined, member: string): number | undefined {
  const found = isObject(value) ? value[member] : undefined;
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The texts of a map at a member. */
export function textMapAt(value: PlainJson | undefined, member: string): Readonly<Record<string, string>> {
  const entries = Object.entries(objectAt(value, member)).map(([key, each]) => [key, textOf(each)] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** True for a JSON object. */
export function isObject(value: PlainJson | undefined): value is PlainJsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: PlainJson | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

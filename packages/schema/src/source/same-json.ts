import { isJsonList, isJsonObject, type Json } from './json.js';
import { isNumber, numberOf } from './source-number.js';

/** True for equal values: members of objects in any order, numbers by their value, `2` and `2.0` alike. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (isNumber(one) && isNumber(other)) return numberOf(one) === numberOf(other);
  if (isJsonList(one) && isJsonList(other))
    return one.length === other.length && one.every((item, index) => sameJson(item, other[index]));
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
  );
}

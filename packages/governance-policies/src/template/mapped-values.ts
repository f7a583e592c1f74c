import { isJsonList, type Json, type JsonObject } from '@millrace/schema';
import { asIntrinsic } from './intrinsic.js';
import { objectAt } from './read-resources.js';

/**
 * What `Fn::FindInMap` may find: one value where its keys are literal or the region is known, those of all keys otherwise.
 * None where the mapping or a key is not there.
 */
export function mappedValues(mappings: JsonObject, given: Json, region: string | undefined): readonly Json[] {
  const [name, first, second] = isJsonList(given) ? given : [];
  if (typeof name !== 'string') return [];
  const map = objectAt(mappings, name);
  return keysOf(map, first, region).flatMap((key) => {
    const inner = objectAt(map, key);
    return keysOf(inner, second, region).flatMap((each) => inner[each] ?? []);
  });
}

function keysOf(map: JsonObject, key: Json | undefined, region: string | undefined): readonly string[] {
  const known = asIntrinsic(key)?.given === 'AWS::Region' ? region : key;
  return typeof known === 'string' ? [known].filter((each) => Object.hasOwn(map, each)) : Object.keys(map);
}

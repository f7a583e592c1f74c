import type { ObjectSource } from './object-store.js';

/** Sources looked at in order: the first that has an object, or anything below a prefix, answers. */
export function layeredObjects(layers: readonly ObjectSource[]): ObjectSource {
  return {
    find: (uri) => firstOf(layers, (layer) => layer.find(uri)),
    list: (prefix) => firstOf(layers, (layer) => nonEmpty(layer.list(prefix))) ?? [],
  };
}

function firstOf<T>(layers: readonly ObjectSource[], ask: (layer: ObjectSource) => T | undefined): T | undefined {
  for (const layer of layers) {
    const answer = ask(layer);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

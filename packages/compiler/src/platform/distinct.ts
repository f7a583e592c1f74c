import { type Json, writeJson } from '@millrace/schema';

/** Each value once, in the order of its first place. */
export function distinct<T extends Json>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [writeJson(value), value])).values()];
}

import { z } from 'zod';
import { suggest } from '../diagnostics/did-you-mean.js';
import { SourceNumber } from '../source/source-number.js';

/** A map of known keys; an unknown one is answered with the key that was probably meant. */
export function strictMap<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `"${key}" is not a key here; ${suggest(key, Object.keys(shape))}`).join(' ')
        : 'expected a map',
  });
}

/** Text; a number is refused with the advice to quote it. */
export const text = z.string({
  error: ({ input }) =>
    input instanceof SourceNumber
      ? `expected text, but this is a number: quote it: "${input.written}"`
      : 'expected text',
});

/** A list of at least one and at most so many. */
export function oneOrMore<T extends z.ZodType>(item: T, most: number) {
  const range = `expected a list of 1 to ${most}`;
  return z.array(item, { error: range }).min(1, { error: range }).max(most, { error: range });
}

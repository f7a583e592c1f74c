import { z } from 'zod';
import { suggest } from '../diagnostics/did-you-mean.js';

/** A map of known keys; an unknown one is answered with the key that was probably meant. */
export function strictMap<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `"${key}" is not a key here; ${suggest(key, Object.keys(shape))}`).join(' ')
        : 'expected a map',
  });
}

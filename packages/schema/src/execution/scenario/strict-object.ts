import { z } from 'zod';
import { suggest } from '../../diagnostics/did-you-mean.js';

/**
 * A map of known keys. An unknown key is answered with the key that was probably meant; `planned`
 * are keys that the grammar knows and this version does not support.
 */
export function strictObject<S extends z.ZodRawShape>(shape: S, planned: readonly string[] = []) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return issue.keys.map((key) => explainKey(key, Object.keys(shape), planned)).join(' ');
    },
  });
}

function explainKey(key: string, known: readonly string[], planned: readonly string[]): string {
  if (planned.includes(key)) return `"${key}" is known, not supported yet.`;
  return `"${key}" is not a key here; ${suggest(key, known)}`;
}

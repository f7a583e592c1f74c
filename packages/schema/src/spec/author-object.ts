import { z } from 'zod';
import { acrossKeys } from './across-keys.js';
import { reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/**
 * A map with known keys. An unknown key is one diagnostic of its own, at the key, with a did-you-mean;
 * zod's own message for it would lump keys together and know no suggestion.
 */
export function authorObject<S extends z.core.$ZodShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const object = z
    .looseObject(shape)
    .check(unknownKeys(Object.keys(shape)))
    .meta({ additionalProperties: false });
  // Loose while parsing, strict in type and in JSON Schema: the check refuses what is not in the shape.
  return object as unknown as z.ZodObject<S, z.core.$strict>;
}

function unknownKeys(allowed: readonly string[]): z.core.$ZodCheck<object> {
  return acrossKeys((map, context) => {
    const given = Object.keys(map);
    for (const key of given.filter((each) => !allowed.includes(each))) {
      reportIssue(context, specDiagnostics['unknown-key'], {
        parameters: { key, allowed, given },
        at: [key],
        place: { target: 'key' },
      });
    }
  });
}

import { z } from 'zod';
import { type IssueContext, reportIssue } from './report-issue.js';
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
  const check = z.check<object>((payload) => reportUnknownKeys(payload, allowed));
  // Runs even when a value is wrong, so that one run tells about both.
  check._zod.def.when = () => true;
  return check;
}

function reportUnknownKeys({ value, issues }: z.core.ParsePayload<object>, allowed: readonly string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const given = Object.keys(value);
  // A check gets the raw list of issues; this is what addIssue of a transform's context does.
  const context: IssueContext = {
    addIssue: (issue) => issues.push({ path: [], ...issue, input: value, continue: true }),
  };
  for (const key of given.filter((each) => !allowed.includes(each))) {
    reportIssue(context, specDiagnostics['unknown-key'], {
      parameters: { key, allowed, given },
      at: [key],
      place: { target: 'key' },
    });
  }
}

import { z } from 'zod';
import { acrossKeys } from './across-keys.js';
import { shorten } from './describe-value.js';
import { reportIssue } from './report-issue.js';
import { type Slot, stringified } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { hasForm } from './text-checks.js';

const MOST_TAGS = 50;
const LONGEST_KEY = 128;

/** The characters of keys and values (SageMaker `TagKey`, `TagValue`). */
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const value = hasForm({
  what: 'the value of a tag',
  pattern: CHARACTERS,
  allowed: 'use letters, digits, spaces and _ . : / = + - @',
  longest: 256,
});

/**
 * Tags by their key: at most 50, keys of 1 to 128 characters that do not begin with `aws:`, values of at most 256
 * (rule R13; CreatePipeline `Tags`).
 * @param slot narrows what a value may be, such as to what is known at deployment
 */
export function tagsSetting(slot: (value: Slot) => Slot = (each) => each) {
  return z.record(z.string(), slot(stringified(value))).check(
    acrossKeys((tags, context) => {
      const keys = Object.keys(tags);
      if (keys.length > MOST_TAGS) {
        const parameters = { what: 'the map of tags', given: keys.length, atMost: MOST_TAGS, unit: 'tags' };
        reportIssue(context, specDiagnostics['too-long'], { parameters });
      }
      for (const key of keys) {
        const allowed = problemOf(key);
        if (allowed === undefined) continue;
        const parameters = { what: 'a valid key of a tag', given: shorten(key), allowed };
        reportIssue(context, specDiagnostics.malformed, { parameters, at: [key], place: { target: 'key' } });
      }
    }),
  );
}

function problemOf(key: string): string | undefined {
  if (/^aws:/i.test(key)) return 'keys that begin with "aws:" are reserved for AWS';
  if (key === '' || key.length > LONGEST_KEY) return `a key has 1 to ${LONGEST_KEY} characters`;
  return CHARACTERS.test(key) ? undefined : 'use letters, digits, spaces and _ . : / = + - @';
}

import { z } from 'zod';
import { acrossKeys } from './across-keys.js';
import { shorten } from './describe-value.js';
import { reportIssue } from './report-issue.js';
import { requestDiagnostics } from './request-diagnostics.js';
import { type LiteralCheck, type Slot, stringified } from './slots.js';

const MOST_TAGS = 50;
const LONGEST_KEY = 128;

/** The characters of keys and values (SageMaker `TagKey`, `TagValue`). */
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const LONGEST_VALUE = 256;

const value: LiteralCheck = (given, context) => {
  const text = String(given);
  const problem =
    text.length > LONGEST_VALUE
      ? `it has ${text.length} characters, and at most ${LONGEST_VALUE} are allowed`
      : CHARACTERS.test(text)
        ? undefined
        : 'it has characters that are not allowed';
  if (problem !== undefined)
    reportIssue(context, requestDiagnostics['invalid-tag'], {
      parameters: { what: `the value "${shorten(text)}" of a tag`, problem },
    });
};

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
        const parameters = { what: `${keys.length} tags`, problem: `at most ${MOST_TAGS} are allowed` };
        reportIssue(context, requestDiagnostics['invalid-tag'], { parameters });
      }
      for (const key of keys) {
        const problem = problemOf(key);
        if (problem === undefined) continue;
        const parameters = { what: `the key "${shorten(key)}" of a tag`, problem };
        reportIssue(context, requestDiagnostics['invalid-tag'], { parameters, at: [key], place: { target: 'key' } });
      }
    }),
  );
}

function problemOf(key: string): string | undefined {
  if (/^aws:/i.test(key)) return 'keys that begin with "aws:" are reserved for AWS';
  if (key === '' || key.length > LONGEST_KEY) return `a key has 1 to ${LONGEST_KEY} characters`;
  return CHARACTERS.test(key) ? undefined : 'it has characters that are not allowed';
}

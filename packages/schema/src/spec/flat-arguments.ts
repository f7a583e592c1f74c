import { z } from 'zod';
import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import { EXPRESSION_NAMES } from './parse-value.js';
import { forwardIssues, reportIssue } from './report-issue.js';
import { scalar } from './slots.js';
import type { SpecValue } from './spec-value.js';

/** Messages on what is sent to a function or a queue. */
export const flatArgumentDiagnostics = defineDiagnostics('spec', {
  'nested-argument': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R94', 'R95'],
    message: (p: { given: 'a list' | 'a map' }) => `an argument is one value, but this is ${p.given}`,
    help: () => 'give its values as arguments of their own, or put the data into S3 and pass its URI',
    explanation:
      'The arguments of a Lambda or Callback step are a flat map: text, numbers, true or false, and expressions that come to one of these. SageMaker passes a nested value on as text, and a reference inside of it makes the step fail with a "non-retryable client error" (developer guide, Lambda step).',
  },
});

/** One scalar; a list or a map that is no expression is refused in words of its own. */
const argument = z
  .unknown()
  .meta(scalar().meta() ?? {})
  .transform((input, context): SpecValue => {
    // Every value that reaches a spec schema was read as JSON.
    const nested = nestingOf(input as Json);
    if (nested !== undefined) {
      reportIssue(context, flatArgumentDiagnostics['nested-argument'], { parameters: { given: nested } });
      return z.NEVER;
    }
    const parsed = scalar().safeParse(input);
    if (parsed.success) return parsed.data;
    forwardIssues(context, parsed.error.issues);
    return z.NEVER;
  });

function nestingOf(input: Json): 'a list' | 'a map' | undefined {
  if (isJsonList(input)) return 'a list';
  if (!isJsonObject(input)) return undefined;
  const keys = Object.keys(input);
  return keys.some((key) => didYouMean(key, EXPRESSION_NAMES) !== undefined) ? undefined : 'a map';
}

/** What a function or a queue is told: a flat map of scalars, expressions among them (rules R94, R95). */
export const flatArguments = z.record(z.string(), argument);

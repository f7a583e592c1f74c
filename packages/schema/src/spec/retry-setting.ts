import { z } from 'zod';
import { isJsonList, type Json } from '../source/json.js';
import { RETRY_EXCEPTION_TYPES } from '../step-types/step-type-facts.js';
import { acrossKeys } from './across-keys.js';
import { authorObject } from './author-object.js';
import { describeValue } from './describe-value.js';
import { literalOnly } from './literal-only.js';
import { forwardIssues, reportIssue } from './report-issue.js';
import { integer, numberFrom } from './slots.js';
import { specDiagnostics } from './spec-diagnostics.js';

/**
 * A retry policy. `maxAttempts` xor `expireAfterMinutes` (SageMaker refuses both together).
 * Source of the ranges: facts/sagemaker-pipelines, section 4.9.
 */
const retryPolicy = authorObject({
  exceptions: z.array(z.enum(RETRY_EXCEPTION_TYPES)).min(1).describe('Exception types that are tried again.'),
  intervalSeconds: literalOnly(integer(1, 43_200)).optional().describe('Wait before the first retry, in seconds.'),
  backoffRate: literalOnly(numberFrom(0)).optional().describe('Factor by which the wait grows from retry to retry.'),
  maxAttempts: literalOnly(integer(0, 20)).optional().describe('How often to try again; 0 means never.'),
  expireAfterMinutes: literalOnly(integer(0, 14_400)).optional().describe('Give up after so many minutes.'),
}).check(
  acrossKeys((policy, context) => {
    const keys = ['maxAttempts', 'expireAfterMinutes'] as const;
    const given = keys.filter((key) => policy[key] !== undefined);
    if (given.length !== 1)
      reportIssue(context, specDiagnostics['exactly-one'], { parameters: { what: 'a retry policy', keys, given } });
  }),
);

const policies = z.array(retryPolicy).min(1);

/** A retry policy as an author writes it. */
export type RetryPolicy = z.output<typeof retryPolicy>;

/** What an author says about retries. */
export type RetrySetting = 'none' | 'transient' | readonly RetryPolicy[];

const PRESETS = ['none', 'transient'] as const;

/** `transient` stands for throttling, capacity and service faults with back-off; `none` for no retries; or a list of policies. */
export const retrySetting = z
  .unknown()
  .meta({ anyOf: [{ enum: PRESETS }, { type: 'array', items: { type: 'object' } }] })
  .transform((input, context): RetrySetting => {
    const preset = PRESETS.find((each) => each === input);
    if (preset !== undefined) return preset;
    if (typeof input === 'string') {
      reportIssue(context, specDiagnostics['not-allowed-value'], { parameters: { given: input, allowed: PRESETS } });
      return z.NEVER;
    }
    // Every value that reaches a spec schema was read as JSON.
    if (!isJsonList(input as Json)) {
      const parameters = { expected: 'transient, none, or a list of policies', given: describeValue(input as Json) };
      reportIssue(context, specDiagnostics['wrong-type'], { parameters });
      return z.NEVER;
    }
    const parsed = policies.safeParse(input);
    if (parsed.success) return parsed.data;
    forwardIssues(context, parsed.error.issues);
    return z.NEVER;
  });

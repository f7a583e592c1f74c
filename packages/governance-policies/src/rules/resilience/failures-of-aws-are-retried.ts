import {
  isJsonList,
  type JsonObject,
  type PlacedStep,
  type RetryFacts,
  SourceNumber,
  stepTypeFacts,
  TRANSIENT_ATTEMPTS,
  TRANSIENT_BACKOFF,
  type TransientRetry,
  transientRetries,
} from '@millrace/schema';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';

/** Failures that pass by themselves. A limit of the account does not. */
const PASSING: readonly string[] = [
  'Step.SERVICE_FAULT',
  'Step.THROTTLING',
  'SageMaker.JOB_INTERNAL_ERROR',
  'SageMaker.CAPACITY_ERROR',
];

interface RetriedStep extends PlacedStep {
  readonly retry: RetryFacts;
}

/** MR-RES-002 */
export const failuresOfAwsAreRetried = defineRule({
  id: 'MR-RES-002',
  profiles: { baseline: 'warning' },
  title: 'failures of AWS that pass by themselves are retried',
  checks:
    'RetryPolicies of steps whose type takes them name Step.SERVICE_FAULT, Step.THROTTLING, SageMaker.JOB_INTERNAL_ERROR and SageMaker.CAPACITY_ERROR, as far as these happen to the type.',
  why: 'Without retries a throttled call or a zone without capacity ends an execution of hours, and somebody starts it again by hand.',
  fix: { kind: 'safe', how: 'add retry policies for these exceptions (in a spec: "retry: transient")' },
  source: 'SageMaker developer guide, pipelines-retry-policy; rules R61 to R67 of Millrace',
  subjects: retriedSteps,
  judge: function* ({ step, path, retry }) {
    const named = new Set(
      (step.RetryPolicies ?? []).flatMap(({ ExceptionType: types }) => (isJsonList(types) ? types : [])),
    );
    const missing = retry.exceptions.filter(
      (each) => PASSING.includes(each) && !retry.withoutEffect?.includes(each) && !named.has(each),
    );
    if (missing.length === 0) return;
    const edits = retryEdits({ step, path, retry }, missing);
    const about = missing.join(', ');
    yield violation(`it is not retried for ${about}`, { path, place: [...path, 'RetryPolicies'], edits, about });
  },
});

function retriedSteps({ steps }: PolicyContext): readonly RetriedStep[] {
  return steps.flatMap((placed) => {
    const retry = stepTypeFacts(placed.step.Type)?.retry;
    return retry === undefined || retry === false ? [] : [{ ...placed, retry }];
  });
}

/** All that "retry: transient" of a spec means where nothing is given, else policies for what is missing behind those. */
function retryEdits({ step, path, retry }: RetriedStep, missing: readonly string[]): readonly DefinitionEdit[] {
  const at = [...path, 'RetryPolicies'];
  const usual = transientRetries(retry);
  const { RetryPolicies: given } = step;
  // The frame of a definition lets null stand for what is not given.
  if (given === undefined || given === null) return editsThatSet(at, usual.map(policyFor));
  return usual
    .map((each) => ({ ...each, exceptions: each.exceptions.filter((exception) => missing.includes(exception)) }))
    .filter(({ exceptions }) => exceptions.length > 0)
    .flatMap((each, index) => editsThatSet([...at, given.length + index], policyFor(each)));
}

function policyFor({ exceptions, intervalSeconds }: TransientRetry): JsonObject {
  // AWS types the rate Float, which is written with a point.
  const BackoffRate = new SourceNumber(TRANSIENT_BACKOFF.toFixed(1));
  return { ExceptionType: exceptions, IntervalSeconds: intervalSeconds, BackoffRate, MaxAttempts: TRANSIENT_ATTEMPTS };
}

import { isJsonList, type PlacedStep, type RetryFacts, stepTypeFacts } from '@millrace/schema';
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
    if (missing.length > 0) yield violation(`it is not retried for ${missing.join(', ')}`, { path });
  },
});

function retriedSteps({ steps }: PolicyContext): readonly RetriedStep[] {
  return steps.flatMap((placed) => {
    const retry = stepTypeFacts(placed.step.Type)?.retry;
    return retry === undefined || retry === false ? [] : [{ ...placed, retry }];
  });
}

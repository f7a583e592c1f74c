import { isNumber, type Path, type RetryPolicy, type RetrySetting, type StepTypeFacts } from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import { withPoint } from './with-point.js';

/**
 * `transient`: faults and throttling of the service at once, and lack of capacity with longer waits.
 * Waits double from retry to retry (facts/sagemaker-pipelines, section 4.9).
 */
const TRANSIENT = [
  { exceptions: ['Step.SERVICE_FAULT', 'Step.THROTTLING'], IntervalSeconds: 10 },
  {
    exceptions: [
      'SageMaker.JOB_INTERNAL_ERROR',
      'SageMaker.CAPACITY_ERROR',
      'SageMaker.RESOURCE_LIMIT',
      'Emr.RESOURCE_LIMIT',
    ],
    IntervalSeconds: 60,
  },
] as const;

/** The `RetryPolicies` of a step; undefined where it has none. */
export function lowerRetry(setting: RetrySetting | undefined, facts: StepTypeFacts, path: Path): Draft | undefined {
  if (setting === undefined || setting === 'none' || facts.retry === false) return undefined;
  if (setting !== 'transient')
    return placed(
      path,
      setting.map((policy, index) => placed([...path, index], lowerPolicy(policy)) ?? null),
    );
  const { exceptions: allowed, withoutEffect = [] } = facts.retry;
  const policies = TRANSIENT.map(({ exceptions, IntervalSeconds }) => ({
    ExceptionType: exceptions.filter((exception) => allowed.includes(exception) && !withoutEffect.includes(exception)),
    IntervalSeconds,
    BackoffRate: withPoint(2),
    MaxAttempts: 5,
  }));
  return placed(
    path,
    policies.filter((policy) => policy.ExceptionType.length > 0),
  );
}

function lowerPolicy({
  exceptions,
  intervalSeconds,
  backoffRate,
  maxAttempts,
  expireAfterMinutes,
}: RetryPolicy): Draft {
  return {
    ExceptionType: exceptions,
    IntervalSeconds: intervalSeconds,
    BackoffRate: isNumber(backoffRate) ? withPoint(backoffRate) : undefined,
    MaxAttempts: maxAttempts,
    ExpireAfterMin: expireAfterMinutes,
  };
}

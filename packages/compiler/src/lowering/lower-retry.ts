import {
  isNumber,
  type Path,
  type RetryPolicy,
  type RetrySetting,
  type StepTypeFacts,
  TRANSIENT_ATTEMPTS,
  TRANSIENT_BACKOFF,
  transientRetries,
} from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import { withPoint } from './with-point.js';

/** The `RetryPolicies` of a step; undefined where it has none. */
export function lowerRetry(setting: RetrySetting | undefined, facts: StepTypeFacts, path: Path): Draft | undefined {
  if (setting === undefined || setting === 'none' || facts.retry === false) return undefined;
  if (setting !== 'transient')
    return placed(
      path,
      setting.map((policy, index) => placed([...path, index], lowerPolicy(policy)) ?? null),
    );
  const policies = transientRetries(facts.retry).map(({ exceptions, intervalSeconds }) => ({
    ExceptionType: exceptions,
    IntervalSeconds: intervalSeconds,
    BackoffRate: withPoint(TRANSIENT_BACKOFF),
    MaxAttempts: TRANSIENT_ATTEMPTS,
  }));
  return placed(path, policies);
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

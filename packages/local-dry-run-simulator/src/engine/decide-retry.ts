import type { DefinitionStep, RetryDecided } from '@millrace/schema';
import { numberAt, textsAt } from '../container-plans/read-member.js';

/** A failed attempt. */
export interface FailedAttempt {
  /** From 1. */
  readonly attempt: number;
  /** A fault of the service; undefined when user code failed. */
  readonly exceptionType: string | undefined;
  /** Since the step started. */
  readonly elapsedSeconds: number;
}

interface RetryPolicy {
  readonly exceptions: readonly string[];
  readonly intervalSeconds: number;
  readonly backoffRate: number;
  readonly maxAttempts?: number;
  readonly expireAfterMinutes?: number;
  readonly name: number | 'service';
}

/** Throttling is always tried again by the service; AWS does not say how often (assumption: a policy's defaults). */
const THROTTLING: RetryPolicy = {
  exceptions: ['Step.THROTTLING'],
  intervalSeconds: 1,
  backoffRate: 2,
  maxAttempts: 5,
  name: 'service',
};

/**
 * Whether a failed attempt is tried again (facts/sagemaker-pipelines, section 4.9): wait before retry n is
 * interval × rate^(n−1). The first policy that names the exception decides (assumption: AWS documents no order).
 */
export function decideRetry(step: DefinitionStep, failed: FailedAttempt): RetryDecided['decision'] {
  const { exceptionType, attempt } = failed;
  if (exceptionType === undefined) return { retry: false, because: 'not-retryable' };
  const policy = [...readPolicies(step), THROTTLING].find((each) => each.exceptions.includes(exceptionType));
  if (policy === undefined) return { retry: false, because: 'no-policy' };
  if (policy.maxAttempts !== undefined && attempt > policy.maxAttempts)
    return { retry: false, because: 'attempts-used' };
  const waitSeconds = policy.intervalSeconds * policy.backoffRate ** (attempt - 1);
  const limit = policy.expireAfterMinutes;
  if (limit !== undefined && failed.elapsedSeconds + waitSeconds > limit * 60)
    return { retry: false, because: 'expired' };
  return { retry: true, nextAttempt: attempt + 1, waitSeconds, policy: policy.name };
}

function readPolicies(step: DefinitionStep): readonly RetryPolicy[] {
  const policies = Array.isArray(step.RetryPolicies) ? step.RetryPolicies : [];
  return policies.map((policy, name) => {
    const minutes = numberAt(policy, 'ExpireAfterMin');
    const attempts = numberAt(policy, 'MaxAttempts') ?? (minutes === undefined ? 5 : undefined);
    return {
      name,
      exceptions: textsAt(policy, 'ExceptionType'),
      intervalSeconds: numberAt(policy, 'IntervalSeconds') ?? 1,
      backoffRate: numberAt(policy, 'BackoffRate') ?? 2,
      ...(attempts === undefined ? {} : { maxAttempts: attempts }),
      ...(minutes === undefined ? {} : { expireAfterMinutes: minutes }),
    };
  });
}

import type { RetryExceptionType, RetryFacts } from './step-type-facts.js';

/** A retry policy for failures that pass by themselves. */
export interface TransientRetry {
  readonly exceptions: readonly RetryExceptionType[];
  /** Seconds before the first retry; waits double from retry to retry. */
  readonly intervalSeconds: number;
}

/** How often a failure that passes by itself is tried again. */
export const TRANSIENT_ATTEMPTS = 5;

/** The factor by which waits grow. */
export const TRANSIENT_BACKOFF = 2;

const POLICIES: readonly TransientRetry[] = [
  { exceptions: ['Step.SERVICE_FAULT', 'Step.THROTTLING'], intervalSeconds: 10 },
  {
    exceptions: [
      'SageMaker.JOB_INTERNAL_ERROR',
      'SageMaker.CAPACITY_ERROR',
      'SageMaker.RESOURCE_LIMIT',
      'Emr.RESOURCE_LIMIT',
    ],
    intervalSeconds: 60,
  },
];

/**
 * What `retry: transient` means for a type of steps: faults and throttling of the service at once, and lack of capacity
 * with longer waits (facts/sagemaker-pipelines, section 4.9).
 */
export function transientRetries({ exceptions: allowed, withoutEffect = [] }: RetryFacts): readonly TransientRetry[] {
  return POLICIES.map(({ exceptions, intervalSeconds }) => ({
    exceptions: exceptions.filter((each) => allowed.includes(each) && !withoutEffect.includes(each)),
    intervalSeconds,
  })).filter(({ exceptions }) => exceptions.length > 0);
}

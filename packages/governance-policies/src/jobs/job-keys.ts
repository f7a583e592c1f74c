import type { PolicyContext } from '../rule/policy-context.js';
import type { GovernedJob, PlacedMember } from './governed-job.js';
import { governedJobs } from './governed-jobs.js';

/** A key of KMS that a job names. */
export interface JobKey extends PlacedMember {
  readonly job: GovernedJob;
  readonly use: 'outputKey' | 'volumeKey';
}

/** All keys that are named; those that are missing are no keys. */
export function jobKeys(context: PolicyContext): readonly JobKey[] {
  return context.once(collect);
}

function collect(context: PolicyContext): readonly JobKey[] {
  return governedJobs(context).flatMap((job) =>
    (['outputKey', 'volumeKey'] as const).flatMap((use) => {
      const member = job.setting(use);
      return member.value === undefined ? [] : [{ job, use, ...member }];
    }),
  );
}

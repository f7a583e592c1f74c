import type { PolicyContext } from '../rule/policy-context.js';
import type { GovernedJob, PlacedMember } from './governed-job.js';
import { governedJobs } from './governed-jobs.js';

/** The role of a job or model, given or not. */
export interface JobRole extends PlacedMember {
  readonly job: GovernedJob;
}

/** The roles of everything that has one. */
export function jobRoles(context: PolicyContext): readonly JobRole[] {
  return governedJobs(context).flatMap((job) => (job.has('role') ? [{ job, ...job.setting('role') }] : []));
}

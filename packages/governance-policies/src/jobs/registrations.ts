import type { PolicyContext } from '../rule/policy-context.js';
import type { GovernedJob } from './governed-job.js';
import { governedJobs } from './governed-jobs.js';

/** The registrations of models. */
export function registrations(context: PolicyContext): readonly GovernedJob[] {
  return governedJobs(context).filter(({ form }) => form === 'modelPackage');
}

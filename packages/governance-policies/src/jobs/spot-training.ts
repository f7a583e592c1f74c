import type { PolicyContext } from '../rule/policy-context.js';
import { judgeValue } from '../values/judge-value.js';
import type { GovernedJob } from './governed-job.js';
import { governedJobs } from './governed-jobs.js';

/** Training on spot instances, or perhaps on them where a start or the deployment decides. */
export function spotTraining(context: PolicyContext): readonly GovernedJob[] {
  return governedJobs(context).filter((job) => {
    if (job.form !== 'training') return false;
    const { value } = job.member(['EnableManagedSpotTraining']);
    return judgeValue(context.read(value), (given) => given === true || given === 'true').verdict !== 'violated';
  });
}

import { editsThatSet } from '../../fixes/edits-that-set.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { networkNeeds } from '../../jobs/network-needs.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-NET-003 */
export const containersAreIsolated = defineRule({
  id: 'MR-NET-003',
  profiles: { regulated: 'error' },
  title: 'containers of jobs and models are isolated from the network',
  checks: 'EnableNetworkIsolation of Processing, Training, Tuning and Model steps is true.',
  why: 'An isolated container has no way in or out and no credentials of AWS: code or a package in it can neither send data away nor call an API. SageMaker copies inputs and outputs all the same.',
  fix: {
    kind: 'suggested',
    how: 'set EnableNetworkIsolation to true; scripts that call AWS or install packages at run time have to change',
  },
  source: 'Security Hub SageMaker.5; Prowler training_jobs_network_isolation; condition key sagemaker:NetworkIsolation',
  subjects: (context) => governedJobs(context).filter((job) => job.has('isolation')),
  judge: function* (job, context) {
    const { value, path, place } = job.setting('isolation');
    const answer = judgeValue(context.read(value), (given) => given === true || given === 'true');
    yield* tell(answer, {
      path,
      place,
      // Where the scripts are known to need the network, a person has to change them first.
      edits: networkNeeds(job, context).length > 0 ? [] : editsThatSet(place, true),
      violated: 'its container is not isolated from the network',
      unknown: 'its container may not be isolated from the network',
    });
  },
});

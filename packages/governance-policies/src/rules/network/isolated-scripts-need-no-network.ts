import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { networkNeeds } from '../../jobs/network-needs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-NET-004 */
export const isolatedScriptsNeedNoNetwork = defineRule({
  id: 'MR-NET-004',
  profiles: { baseline: 'warning' },
  title: 'scripts of isolated containers need no network',
  checks:
    'Where EnableNetworkIsolation is true: commands, and local scripts where they are at hand, import no library that calls AWS or the internet, install nothing, and bring no requirements.txt.',
  why: 'An isolated container has neither network nor credentials. The job starts, is billed, and fails at the first call, or while it installs what requirements.txt names.',
  fix: { kind: 'none', how: 'bring data by inputs and packages in the image, or switch isolation off for this step' },
  source:
    'SageMaker developer guide, mkt-algo-model-internet-free; SageMaker training toolkit (installs requirements.txt at the start)',
  subjects: isolatedJobs,
  judge: function* (job, context) {
    const { path } = job.setting('isolation');
    for (const need of networkNeeds(job, context)) yield violation(`its container is isolated, and ${need}`, { path });
  },
});

function isolatedJobs(context: PolicyContext): readonly GovernedJob[] {
  return governedJobs(context).filter((job) => {
    const { value } = job.setting('isolation');
    return judgeValue(context.read(value), (given) => given === true || given === 'true').verdict === 'holds';
  });
}

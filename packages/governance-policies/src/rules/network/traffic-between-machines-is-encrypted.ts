import { editsThatSet } from '../../fixes/edits-that-set.js';
import { clustersOf } from '../../jobs/clusters.js';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell, unprovable } from '../../rule/tell.js';
import { judgeValue, type Verdict } from '../../values/judge-value.js';

/** MR-NET-005 */
export const trafficBetweenMachinesIsEncrypted = defineRule({
  id: 'MR-NET-005',
  profiles: { regulated: 'error' },
  title: 'machines of one job encrypt what they send each other',
  checks:
    'EnableInterContainerTrafficEncryption is true for Processing, Training, Tuning and AutoML jobs with two machines or more, or whose number a parameter decides.',
  why: 'Gradients and shuffled data cross the network of the VPC in clear otherwise. On one machine the setting has no effect; on several it lengthens training.',
  fix: {
    kind: 'safe',
    how: 'set EnableInterContainerTrafficEncryption to true, and let the security group admit traffic within itself',
  },
  source: 'Security Hub SageMaker.15; Well-Architected ML Lens MLSEC-09; SageMaker developer guide, train-encrypt',
  subjects: (context) => governedJobs(context).filter((job) => job.has('trafficEncryption')),
  judge: function* (job, context) {
    const several = severalMachines(job, context);
    if (several === 'violated') return;
    const { value, path, place } = job.setting('trafficEncryption');
    const answer = judgeValue(context.read(value), (given) => given === true || given === 'true');
    const at = { path, place, edits: editsThatSet(place, true) };
    const what = 'not encrypt what they send each other';
    if (answer.verdict === 'violated' && several === 'unknown') {
      yield unprovable(`there may be several machines, which do ${what}: ${answer.because}`, at);
    } else {
      yield* tell(answer, { ...at, violated: `its machines do ${what}`, unknown: `its machines may ${what}` });
    }
  },
});

/** `holds`: there are several; `unknown`: a start of the pipeline decides, or SageMaker does (AutoML). */
function severalMachines(job: GovernedJob, context: PolicyContext): Verdict {
  const clusters = clustersOf(job);
  if (clusters.length === 0) return job.form === 'autoML' ? 'unknown' : 'violated';
  if (clusters.length > 1) return 'holds';
  const counts = clusters.map(({ instanceCount }) => context.read(instanceCount.value));
  const [count = { kind: 'absent' } as const] = counts;
  const { verdict } = judgeValue(count, (given) => Number(given ?? 1) > 1);
  return verdict === 'violated' && count.kind === 'parameter' && count.parameter.allowed?.length !== 1
    ? 'unknown'
    : verdict;
}

import { editsThatSet } from '../../fixes/edits-that-set.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { severalMachines } from '../../jobs/several-machines.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell, unprovable } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

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

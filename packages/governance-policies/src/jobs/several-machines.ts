import type { PolicyContext } from '../rule/policy-context.js';
import { judgeValue, type Verdict } from '../values/judge-value.js';
import { clustersOf } from './clusters.js';
import type { GovernedJob } from './governed-job.js';

/** `holds`: a job has several; `unknown`: a start of the pipeline decides, or SageMaker does (AutoML). */
export function severalMachines(job: GovernedJob, context: PolicyContext): Verdict {
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

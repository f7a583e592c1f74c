import { clusters, defineRule, judgeValue, tell } from '@millrace/governance-policies';
import { z } from 'zod';

/** ACME-CST-001 */
export const jobsTakeFewMachines = defineRule({
  id: 'ACME-CST-001',
  profiles: { baseline: 'error' },
  title: 'a job takes no more machines than its team has a quota for',
  checks: 'InstanceCount of every cluster of a job, against the option "most".',
  why: 'The quota is shared: a job that takes all of it stops the jobs of all other teams.',
  fix: { kind: 'none', how: 'take fewer machines, or larger ones; or ask the platform team for a higher "most"' },
  source: 'ACME platform handbook, quotas',
  options: z.strictObject({
    most: z.number().int().positive().default(4).describe('The highest number of machines of one job.'),
  }),
  // What the rule speaks of: whatever has no subject has nothing to keep.
  subjects: clusters,
  // What is wrong with one of them. A parameter is judged by its default and its list; `tell` says nothing where all is well.
  judge: function* ({ instanceCount: { value, path } }, context, { most }) {
    const answer = judgeValue(context.read(value), (given) => Number(given ?? 1) <= most);
    yield* tell(answer, {
      path,
      violated: `the job takes more than ${most} machines`,
      unknown: `the job may take more than ${most} machines`,
    });
  },
});

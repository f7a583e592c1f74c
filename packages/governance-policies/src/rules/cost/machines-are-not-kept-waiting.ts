import { z } from 'zod';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** The longest that SageMaker keeps machines after a job (ResourceConfig in the API reference), in seconds. */
const LONGEST_SECONDS = 3600;

/** MR-CST-004 */
export const machinesAreNotKeptWaiting = defineRule({
  id: 'MR-CST-004',
  profiles: { cost: 'warning' },
  title: 'machines are kept after training in development only, for an hour at most',
  checks:
    'KeepAlivePeriodInSeconds of ResourceConfig is at most 3600, and absent outside the environments of the option "development".',
  why: 'A warm pool is billed while nothing runs. It helps people who try things out; a scheduled pipeline never comes back in time.',
  fix: { kind: 'safe', how: 'remove KeepAlivePeriodInSeconds' },
  source: 'SageMaker developer guide, train-warm-pools; Well-Architected ML Lens MLCOST-18',
  options: z.strictObject({
    development: z.array(z.string()).default(['dev']).describe('Names of the environments in which it is allowed.'),
  }),
  subjects: (context) => governedJobs(context).filter(({ form }) => form === 'training'),
  judge: function* (job, context, { development }) {
    const name = context.environment?.name;
    const most = name === undefined || development.includes(name) ? LONGEST_SECONDS : 0;
    const { value, path, place } = job.member(['ResourceConfig', 'KeepAlivePeriodInSeconds']);
    const answer = judgeValue(context.read(value), (given) => Number(given ?? 0) <= most);
    const what =
      most === 0 ? `keep its machines after training in "${name}"` : 'keep its machines for more than an hour';
    const edits: readonly DefinitionEdit[] = [most === 0 ? { path, remove: true } : { path, value: most }];
    yield* tell(answer, { path, place, edits, violated: `it would ${what}`, unknown: `it may ${what}` });
  },
});

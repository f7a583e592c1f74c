import { z } from 'zod';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell, violation } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-RES-001 */
export const jobsEndInTime = defineRule({
  id: 'MR-RES-001',
  profiles: { baseline: 'warning', cost: 'warning' },
  title: 'jobs state how long they may run',
  checks:
    'MaxRuntimeInSeconds of Processing, Training, Tuning and check jobs, MaxAutoMLJobRuntimeInSeconds of AutoML: given, and at most the option "maxHours".',
  why: 'A job that hangs runs on until its limit: a day where none is given, 28 days at most, on every machine that it has.',
  fix: {
    kind: 'safe',
    how: 'set StoppingCondition.MaxRuntimeInSeconds a little above what the job needs (in a spec: "maxRuntime:")',
  },
  source: 'CreateTrainingJob and CreateProcessingJob, StoppingCondition',
  options: z.strictObject({
    maxHours: z.number().positive().default(24).describe('The longest time in hours.'),
  }),
  subjects: (context) => governedJobs(context).filter((job) => job.has('runtime')),
  judge: function* (job, context, { maxHours }) {
    const { value, path } = job.setting('runtime');
    if (value === undefined) {
      yield violation('it does not state how long it may run', { path });
      return;
    }
    const answer = judgeValue(context.read(value), (given) => Number(given) <= maxHours * 3600);
    yield* tell(answer, {
      path,
      violated: `it may run for more than ${maxHours} hours`,
      unknown: `it may be allowed to run for more than ${maxHours} hours`,
    });
  },
});

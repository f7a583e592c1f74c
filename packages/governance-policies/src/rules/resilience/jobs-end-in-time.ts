import { DEFAULT_RUNTIME_SECONDS } from '@millrace/schema';
import { z } from 'zod';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import type { GovernedJob } from '../../jobs/governed-job.js';
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
    const { value, path, place } = job.setting('runtime');
    if (value === undefined) {
      yield violation('it does not state how long it may run', { path, place, edits: limitEdits(job, maxHours) });
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

/** What holds already, in so many words. A shorter limit might end a job that needs longer, which only a person knows. */
function limitEdits(job: GovernedJob, maxHours: number): readonly DefinitionEdit[] {
  const isBoundByWait = job.member(['StoppingCondition', 'MaxWaitTimeInSeconds']).value !== undefined;
  if (job.form === 'autoML' || isBoundByWait || maxHours * 3600 < DEFAULT_RUNTIME_SECONDS) return [];
  return editsThatSet(job.setting('runtime').place, DEFAULT_RUNTIME_SECONDS);
}

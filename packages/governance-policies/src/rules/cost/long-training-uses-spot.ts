import { DEFAULT_RUNTIME_SECONDS, isCached, type Path } from '@millrace/schema';
import { z } from 'zod';
import type { DefinitionEdit } from '../../fixes/definition-edit.js';
import { spotEdits } from '../../fixes/spot-edits.js';
import type { GovernedJob } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { repackedArchive } from '../../jobs/repacked-archive.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { candidatesOf } from '../../values/candidates.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-CST-003 */
export const longTrainingUsesSpot = defineRule({
  id: 'MR-CST-003',
  profiles: { cost: 'warning' },
  title: 'training that may run for long uses spot instances',
  checks:
    'EnableManagedSpotTraining of training jobs, of tuning jobs too, that may run for longer than the option "hours". Serverless jobs have no machines of their own, and jobs that only pack a model anew end soon.',
  why: 'Spot instances cost up to 90 percent less, and training goes on from its checkpoints after an interruption.',
  fix: {
    kind: 'suggested',
    how: 'set EnableManagedSpotTraining, MaxWaitTimeInSeconds and CheckpointConfig (in a spec: "spot:")',
  },
  source: 'SageMaker developer guide, model-managed-spot-training; Well-Architected ML Lens MLCOST-14',
  options: z.strictObject({
    hours: z.number().positive().default(1).describe('Jobs that are limited to so many hours need no spot instances.'),
  }),
  subjects: (context, { hours }) =>
    governedJobs(context).filter((job) => canUseSpot(job) && secondsOf(job, context) > hours * 3600),
  judge: function* (job, context) {
    const { value, path, place } = job.member(['EnableManagedSpotTraining']);
    const answer = judgeValue(context.read(value), (given) => given === true || given === 'true');
    const hours = Math.round(secondsOf(job, context) / 360) / 10;
    yield* tell(answer, {
      path,
      place,
      edits: switchEdits(job, place, context),
      violated: `it may train for ${hours} hours at the full price`,
      unknown: `it may train for ${hours} hours, perhaps at the full price`,
    });
  },
});

/** ServerlessJobConfig and EnableManagedSpotTraining exclude each other (CreateTrainingJob). */
function canUseSpot(job: GovernedJob): boolean {
  if (job.form !== 'training' || repackedArchive(job) !== undefined) return false;
  return job.member(['ServerlessJobConfig']).value === undefined;
}

function secondsOf(job: GovernedJob, context: PolicyContext): number {
  const { usual } = candidatesOf(context.read(job.setting('runtime').value));
  return Number(usual?.value ?? DEFAULT_RUNTIME_SECONDS);
}

/** All that spot instances need, or nothing. Checkpoints have a place of their own in each execution, so that no cache would ever hit. */
function switchEdits(job: GovernedJob, place: Path, context: PolicyContext): readonly DefinitionEdit[] {
  const { wait, checkpoints } = spotEdits(job, context);
  const hasCheckpoints = job.member(['CheckpointConfig', 'S3Uri']).value !== undefined;
  if (wait.length === 0 || (checkpoints.length === 0 && !hasCheckpoints) || isCached(job.placed.step)) return [];
  return [{ path: place, value: true }, ...wait, ...(hasCheckpoints ? [] : checkpoints)];
}

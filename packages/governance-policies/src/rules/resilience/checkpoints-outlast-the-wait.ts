import { LONGEST_WAIT_SECONDS, SECONDS_OF_DAY } from '@millrace/schema';
import { spotEdits } from '../../fixes/spot-edits.js';
import { spotTraining } from '../../jobs/spot-training.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import { artifactAreaOf, expiryOf } from '../../storage/artifact-area-of.js';
import { candidatesOf, textCandidatesOf } from '../../values/candidates.js';

/** MR-RES-004 */
export const checkpointsOutlastTheWait = defineRule({
  id: 'MR-RES-004',
  profiles: { cost: 'warning' },
  title: 'checkpoints live as long as a training job may wait for machines',
  checks:
    'MaxWaitTimeInSeconds against the days after which S3 deletes what lies in the area of CheckpointConfig.S3Uri.',
  why: 'A job that is interrupted and waits goes on from its checkpoints. When S3 has deleted them it begins anew, or fails on half of them.',
  fix: {
    kind: 'safe',
    how: 'write checkpoints below checkpoints/, as a spec does by default, or keep that area longer',
  },
  source: 'Artifact layout of Millrace; CreateTrainingJob, StoppingCondition',
  subjects: (context) =>
    spotTraining(context).filter((job) => job.member(['CheckpointConfig', 'S3Uri']).value !== undefined),
  judge: function* (job, context) {
    const { value, path } = job.member(['CheckpointConfig', 'S3Uri']);
    const { usual } = textCandidatesOf(context.read(value));
    const area = typeof usual?.value === 'string' ? artifactAreaOf(usual.value) : undefined;
    const days = area === undefined ? undefined : expiryOf(area, context);
    const wait = candidatesOf(context.read(job.member(['StoppingCondition', 'MaxWaitTimeInSeconds']).value)).usual
      ?.value;
    const seconds = Number(wait ?? LONGEST_WAIT_SECONDS);
    if (days !== undefined && seconds > days * SECONDS_OF_DAY) {
      yield violation(
        `it may wait for ${Math.ceil(seconds / SECONDS_OF_DAY)} days, and S3 deletes its checkpoints in ${area}/ after ${days} days`,
        { path, edits: isKept(seconds, context) ? spotEdits(job, context).checkpoints : [] },
      );
    }
  },
});

/** Whether checkpoints would be kept long enough where the layout has them. */
function isKept(seconds: number, context: PolicyContext): boolean {
  const days = expiryOf('checkpoints', context);
  return days === undefined || seconds <= days * SECONDS_OF_DAY;
}

import { DEFAULT_RUNTIME_SECONDS } from '@millrace/schema';
import { spotEdits } from '../../fixes/spot-edits.js';
import { spotTraining } from '../../jobs/spot-training.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell, violation } from '../../rule/tell.js';
import { candidatesOf } from '../../values/candidates.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-RES-003 */
export const spotTrainingCanGoOn = defineRule({
  id: 'MR-RES-003',
  profiles: { cost: 'error' },
  title: 'training on spot instances waits long enough and keeps what it has done',
  checks:
    'With EnableManagedSpotTraining: MaxWaitTimeInSeconds is at least MaxRuntimeInSeconds, and CheckpointConfig is there.',
  why: 'AWS takes spot instances away at any time. Without checkpoints the work begins anew, so that spot may cost more than it saves; built-in algorithms are then limited to an hour. SageMaker refuses a wait that is shorter than the run.',
  fix: {
    kind: 'suggested',
    how: 'add CheckpointConfig, let the script save to and load from /opt/ml/checkpoints, and set MaxWaitTimeInSeconds',
  },
  source:
    'SageMaker developer guide, model-managed-spot-training; of 54 public repositories two use spot and none checkpoints (survey of 2026-11)',
  sameAs: ['definition/spot-without-checkpoints'],
  subjects: spotTraining,
  judge: function* (job, context) {
    const edits = spotEdits(job, context);
    // A start without spot instances would be refused with the wait of one with them.
    const isCertain = job.member(['EnableManagedSpotTraining']).value === true;
    if (job.member(['CheckpointConfig', 'S3Uri']).value === undefined) {
      const place = [...job.path, 'CheckpointConfig', 'S3Uri'];
      yield violation('it trains on spot instances and keeps no checkpoints', {
        path: job.path,
        place,
        edits: isCertain ? edits.checkpoints : [],
      });
    }
    const runtime = candidatesOf(context.read(job.setting('runtime').value)).usual?.value ?? DEFAULT_RUNTIME_SECONDS;
    const { value, path, place } = job.member(['StoppingCondition', 'MaxWaitTimeInSeconds']);
    const answer = judgeValue(context.read(value), (given) => given !== undefined && Number(given) >= Number(runtime));
    yield* tell(answer, {
      path,
      place,
      edits: isCertain ? edits.wait : [],
      violated: `it does not wait for spot instances as long as it may run (${runtime} seconds)`,
      unknown: `it may not wait for spot instances as long as it may run (${runtime} seconds)`,
    });
  },
});

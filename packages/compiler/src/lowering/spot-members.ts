import {
  DEFAULT_RUNTIME_SECONDS,
  defineDiagnostics,
  isNumber,
  type Json,
  LONGEST_WAIT_SECONDS,
  numberOf,
  type Path,
  SECONDS_OF_DAY,
} from '@millrace/schema';
import { checkpointUri } from './artifact-uris.js';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';
import type { TrainingJob } from './training-job.js';

/** Messages on training on spot instances. */
export const spotDiagnostics = defineDiagnostics('spec', {
  'wait-not-known': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R83'],
    message: () => 'spot training with a run time that is known only later needs a longest wait',
    help: () => 'add "spot: { maxWait: 2d }": at least the longest run time',
    explanation:
      'On spot instances a job has two limits: how long it may run, and how long it may take with its waits for capacity. The second defaults to a day more than the first, which cannot be computed where the first is an expression.',
  },
  'checkpoints-defeat-cache': {
    severity: 'info',
    kind: 'remark',
    rules: ['R83'],
    message: () => 'the cache of the step never has a result: its checkpoints go to a prefix of each execution',
    help: () => 'write "cache: none" in the step, or give "spot.checkpoints" a fixed S3 URI',
    explanation:
      'SageMaker compares the checkpoint configuration of a training job before it uses a cached result. By default checkpoints go to a prefix of their own in every execution, so that a new execution never continues from what an older one has left; so no two executions are ever the same.',
  },
});

/** `MaxWaitTimeInSeconds`: what the spec says, or a day more than the job may run; absent without spot instances. */
export function longestWait({ fields, at }: TrainingJob, context: LoweringContext): Draft | undefined {
  const { spot, maxRuntime } = fields;
  if (spot === undefined || spot === false) return undefined;
  if (spot.maxWait !== undefined) return context.value(spot.maxWait, [...at, 'spot', 'maxWait']);
  const runtime: Json = maxRuntime?.form.kind === 'literal' ? maxRuntime.form.value : DEFAULT_RUNTIME_SECONDS;
  if (isNumber(runtime) && (maxRuntime === undefined || maxRuntime.form.kind === 'literal'))
    return Math.min(numberOf(runtime) + SECONDS_OF_DAY, LONGEST_WAIT_SECONDS);
  context.diagnostics.push(spotDiagnostics['wait-not-known'](undefined, { path: [...at, 'spot'] }));
  return undefined;
}

/** The members that switch spot instances and their checkpoints on. */
export function spotMembers(
  { fields, at, place }: TrainingJob,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  const { spot } = fields;
  if (spot === undefined) return {};
  const path = [...at, 'spot'];
  const enabled = placed(path, spot !== false);
  if (spot === false || spot.checkpoints === 'none') return { EnableManagedSpotTraining: enabled };
  const { checkpoints, checkpointPath } = spot;
  if (checkpoints === undefined) remarkOnCache(place.step, path, context);
  const checkpointConfig = {
    S3Uri: context.text(checkpoints, [...path, 'checkpoints']) ?? checkpointUri(context, place.step.name),
    LocalPath: context.text(checkpointPath, [...path, 'checkpointPath']),
  };
  return { EnableManagedSpotTraining: enabled, CheckpointConfig: placed(path, checkpointConfig) };
}

function remarkOnCache(step: TrainingJob['place']['step'], path: Path, context: LoweringContext): void {
  if (typeof step.cache !== 'object') return;
  context.diagnostics.push(spotDiagnostics['checkpoints-defeat-cache'](undefined, { path, target: 'key' }));
}

import { DEFAULT_RUNTIME_SECONDS, LONGEST_WAIT_SECONDS, SECONDS_OF_DAY } from '@millrace/schema';
import type { GovernedJob } from '../jobs/governed-job.js';
import type { PolicyContext } from '../rule/policy-context.js';
import { expiryOf } from '../storage/artifact-area-of.js';
import { candidatesOf } from '../values/candidates.js';
import type { DefinitionEdit } from './definition-edit.js';
import { editsThatSet } from './edits-that-set.js';
import { layoutUri } from './layout-uri.js';

/** What training on spot instances needs beside the switch; each part empty where it cannot be known or would not last. */
export interface SpotEdits {
  readonly wait: readonly DefinitionEdit[];
  readonly checkpoints: readonly DefinitionEdit[];
}

/** A day more than the job may run, as in a spec, and a place of the layout for its checkpoints. */
export function spotEdits(job: GovernedJob, context: PolicyContext): SpotEdits {
  // The jobs of a tuning step would share one place.
  const isAlone = job.path.at(-1) === 'Arguments';
  const wait = longestWait(job, context);
  const kept = expiryOf('checkpoints', context) ?? Number.POSITIVE_INFINITY;
  const isKept = wait !== undefined && wait <= kept * SECONDS_OF_DAY;
  const uri = isAlone && isKept ? layoutUri(context, 'checkpoints', [job.step]) : undefined;
  return {
    wait: editsThatSet(job.member(['StoppingCondition', 'MaxWaitTimeInSeconds']).place, wait),
    checkpoints: editsThatSet(job.member(['CheckpointConfig', 'S3Uri']).place, uri),
  };
}

/** Seconds that the job has to wait at most; undefined where a start decides how long it may run. */
function longestWait(job: GovernedJob, context: PolicyContext): number | undefined {
  const limits = context.read(job.member(['StoppingCondition']).value);
  if (limits.kind !== 'structure' && limits.kind !== 'absent') return undefined;
  const runtime = context.read(job.setting('runtime').value);
  if (runtime.kind !== 'literal' && runtime.kind !== 'absent') return undefined;
  const seconds = Number(candidatesOf(runtime).usual?.value ?? DEFAULT_RUNTIME_SECONDS);
  const given = Number(candidatesOf(context.read(waitOf(job))).usual?.value);
  if (given >= seconds) return given;
  return seconds <= LONGEST_WAIT_SECONDS ? Math.min(seconds + SECONDS_OF_DAY, LONGEST_WAIT_SECONDS) : undefined;
}

function waitOf(job: GovernedJob) {
  return job.member(['StoppingCondition', 'MaxWaitTimeInSeconds']).value;
}

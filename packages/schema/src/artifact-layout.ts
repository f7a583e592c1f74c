import type { Json } from './source/json.js';

/** The kinds of objects that a pipeline has in S3. */
export type ArtifactArea = 'runs' | 'models' | 'checkpoints' | 'reports' | 'code' | 'data';

/** How long the objects of an area live unless the project says otherwise. Ages in days since the object was written. */
export interface ArtifactLifecycle {
  /** Days after which S3 deletes the object; undefined: never by age. */
  readonly expireAfterDays?: number;
  /** Days after which the object moves to the storage class STANDARD_IA. */
  readonly infrequentAccessAfterDays?: number;
  /** Days for which S3 keeps versions that were replaced or deleted. */
  readonly noncurrentVersionDays?: number;
  /** S3 deletes objects with this tag (only) after so many days: it knows age and tags, not use. */
  readonly expireTagged?: { readonly key: string; readonly value: string; readonly afterDays: number };
}

/** One prefix of the layout. */
export interface ArtifactPrefix {
  /** What lies there, for people. */
  readonly holds: string;
  /** The rest of the key below the prefix, for people. */
  readonly below: string;
  readonly lifecycle: ArtifactLifecycle;
}

/**
 * Which prefixes a pipeline has, below `<environment>/<pipeline>/` of its bucket, and how long what they hold lives.
 * Compiler, platform, governance, simulator and docs all derive from this table. S3 counts ages in whole days (PutBucketLifecycleConfiguration).
 */
export const ARTIFACT_LAYOUT: Readonly<Record<ArtifactArea, ArtifactPrefix>> = {
  runs: {
    holds: 'intermediate outputs of steps',
    below: '<execution id>/<step>/<output>',
    lifecycle: { expireAfterDays: 30 },
  },
  models: {
    holds: 'model artifacts behind registered packages',
    below: '<execution id>/…',
    lifecycle: { infrequentAccessAfterDays: 90 },
  },
  checkpoints: {
    holds: 'checkpoints of spot training, resumed within one job only',
    below: '<execution id>/<step>',
    // The longest training job: MaxRuntimeInSeconds is at most 28 days (CreateTrainingJob).
    lifecycle: { expireAfterDays: 28 },
  },
  reports: {
    holds: 'evaluation and quality reports',
    below: '<execution id>/<step>/…',
    lifecycle: { expireAfterDays: 365 },
  },
  code: {
    holds: 'scripts, content-addressed',
    below: '<sha256>/…',
    lifecycle: { expireTagged: { key: 'millrace:retired', value: 'true', afterDays: 30 } },
  },
  data: {
    holds: 'inputs owned by the project',
    below: '…',
    lifecycle: { noncurrentVersionDays: 30 },
  },
};

/** Whose artifacts: texts or deploy values, as parts of one text. */
export interface ArtifactOwner {
  readonly environment: Json;
  readonly pipeline: readonly Json[];
}

/**
 * The key of an object or prefix, as parts of one text: `<environment>/<pipeline>/<area>` and, each after a `/`, the
 * segments. A segment may be an expression, such as the execution's id.
 */
export function artifactKey(owner: ArtifactOwner, area: ArtifactArea, segments: readonly Json[] = []): readonly Json[] {
  return [owner.environment, '/', ...owner.pipeline, `/${area}`, ...segments.flatMap((segment) => ['/', segment])];
}

/** `runs/<execution id>/<step>/<output>`: unique to each execution, so that runs never overwrite each other. */
export function runOutputKey(
  owner: ArtifactOwner,
  { execution, step, output }: { execution: Json; step: string; output: string },
): readonly Json[] {
  return artifactKey(owner, 'runs', [execution, step, output]);
}

/** `models/<execution id>`: SageMaker appends the job's name and `output/model.tar.gz`. */
export function modelKey(owner: ArtifactOwner, execution: Json): readonly Json[] {
  return artifactKey(owner, 'models', [execution]);
}

/** `reports/<execution id>/<step>`: what checks find, and the baselines that later checks compare with. */
export function reportKey(
  owner: ArtifactOwner,
  { execution, step }: { execution: Json; step: string },
): readonly Json[] {
  return artifactKey(owner, 'reports', [execution, step]);
}

/** `checkpoints/<execution id>/<step>` */
export function checkpointKey(
  owner: ArtifactOwner,
  { execution, step }: { execution: Json; step: string },
): readonly Json[] {
  return artifactKey(owner, 'checkpoints', [execution, step]);
}

/** `code/<sha256>`: what the deploy value `code:<sha256>` stands for, behind `s3://<bucket>/`. */
export function codeKey(owner: ArtifactOwner, sha256: string): readonly Json[] {
  return artifactKey(owner, 'code', [sha256]);
}

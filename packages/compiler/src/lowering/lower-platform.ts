import type { Json, PipelineSpec, SpecValue } from '@millrace/schema';
import { lowerDeployTimeValue } from './lower-value.js';
import type { NagSuppression, PlatformSettings } from './pipeline-settings.js';

/** What the spec says of what stands around the pipeline. */
export function lowerPlatform(spec: PipelineSpec): PlatformSettings {
  return {
    projectName: lowerDeployTimeValue(spec.projectName),
    createsModelPackageGroup: createsGroup(spec),
    consumerAccounts: lowerAll([spec.preProdAccountId, spec.prodAccountId]),
    additionalReadBuckets: lowerAll(spec.additionalReadBucketNames ?? []),
    nagSuppressions: lowerSuppressions(spec),
    ...lowerExisting(spec),
    ...lowerMembers({
      modelPackageGroupName: spec.modelPackageGroupName,
      existingPipelineRoleArn: spec.pipeline.roleArn,
      jobNamePrefix: spec.baseJobPrefix,
      domainId: spec.domainId,
      domainArn: spec.domainArn,
    }),
  };
}

// The slot takes a literal flag only, so anything but false is true.
function createsGroup({ createModelPackageGroup }: PipelineSpec): boolean {
  return createModelPackageGroup !== false;
}

/** A bucket is only taken with its key; a key alone is for a bucket that is created. */
function lowerExisting({ pipelineBucketName, pipelineKmsKeyArn }: PipelineSpec) {
  if (pipelineKmsKeyArn === undefined) return {};
  const keyArn = lowerDeployTimeValue(pipelineKmsKeyArn);
  return pipelineBucketName === undefined
    ? { existingKeyArn: keyArn }
    : { existingBucket: { name: lowerDeployTimeValue(pipelineBucketName), keyArn } };
}

function lowerSuppressions({ nag_suppressions: given }: PipelineSpec): readonly NagSuppression[] {
  return (given?.by_path ?? []).flatMap(({ path, suppressions }) =>
    suppressions.map(({ id, reason, appliesTo }) => ({
      path: lowerDeployTimeValue(path),
      id,
      reason,
      ...(appliesTo === undefined ? {} : { appliesTo }),
    })),
  );
}

function lowerAll(values: readonly (SpecValue | undefined)[]): readonly Json[] {
  return values.filter((value) => value !== undefined).map(lowerDeployTimeValue);
}

function lowerMembers<K extends string>(
  values: Readonly<Record<K, SpecValue | undefined>>,
): { readonly [P in K]?: Json } {
  const entries = Object.entries<SpecValue | undefined>(values);
  // The keys are those of the argument; an absent value leaves its key out.
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, lowerDeployTimeValue(value)]])),
  ) as { readonly [P in K]?: Json };
}

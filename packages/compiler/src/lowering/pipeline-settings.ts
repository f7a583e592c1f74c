import type { ArtifactsSetting, Json, Schedule } from '@millrace/schema';

/**
 * The request that creates the pipeline, in the words of CreatePipeline and without the definition; deploy values are
 * symbolic. What SageMaker knows of a pipeline beside its definition stands here, and nowhere in the definition.
 */
export interface PipelineRequest {
  readonly PipelineName: Json;
  readonly PipelineDisplayName?: Json;
  readonly PipelineDescription?: Json;
  readonly RoleArn: Json;
  readonly Tags?: Json;
  readonly ParallelismConfiguration?: { readonly MaxParallelExecutionSteps: number };
}

/** What starts executions without a person; for whoever deploys the pipeline. */
export interface PipelineTriggers {
  readonly schedule?: Schedule;
  /** The group whose approvals start an execution: text or a deploy value. */
  readonly onApproval?: { readonly modelPackageGroupName: Json };
}

/** What the spec says of what stands around the pipeline: names, accounts, and resources that were there before. */
export interface PlatformSettings {
  /** Names what is created; text or a deploy value. */
  readonly projectName: Json;
  /** The group that RegisterModel steps without one of their own register into. */
  readonly modelPackageGroupName?: Json;
  /** Whether groups are created with the pipeline; false: they were there before. */
  readonly createsModelPackageGroup: boolean;
  /** Accounts that may read approved models: pre-production and production. */
  readonly consumerAccounts: readonly Json[];
  /** Buckets that jobs may read besides those that the definition names. */
  readonly additionalReadBuckets: readonly Json[];
  /** A bucket and its key that were there before; the spec names both or neither. */
  readonly existingBucket?: { readonly name: Json; readonly keyArn: Json };
  /** A key that was there before, for a bucket that is created. */
  readonly existingKeyArn?: Json;
  /** The role of the pipeline that was there before. */
  readonly existingPipelineRoleArn?: Json;
  /** The beginning of the names of jobs that the author gives names of their own. */
  readonly jobNamePrefix?: Json;
  /** The SageMaker domain that what is created is shown in. */
  readonly domainId?: Json;
  readonly domainArn?: Json;
  /** Findings of cdk-nag that the author acknowledges; empty where there are none. */
  readonly nagSuppressions: readonly NagSuppression[];
}

/** One suppression of the spec, in the author's words. */
export interface NagSuppression {
  /** Path of the construct or the end of it: text or a deploy value. */
  readonly path: Json;
  readonly id: string;
  readonly reason: string;
  /** Absent: all that the rule has to say of the path. */
  readonly appliesTo?: readonly string[];
}

/** What the spec says of the pipeline as a whole, beside its definition. */
export interface PipelineSettings {
  readonly request: PipelineRequest;
  readonly triggers: PipelineTriggers;
  /** How long artifacts are kept; `artifactLifecycles` makes the rules of an environment of it. */
  readonly artifacts: ArtifactsSetting | undefined;
  readonly platform: PlatformSettings;
}

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

/** What the spec says of the pipeline as a whole, beside its definition. */
export interface PipelineSettings {
  readonly request: PipelineRequest;
  readonly triggers: PipelineTriggers;
  /** How long artifacts are kept; `artifactLifecycles` makes the rules of an environment of it. */
  readonly artifacts: ArtifactsSetting | undefined;
}

import { deployValue, type Json, type SpecValue } from '@millrace/schema';
import { type Draft, finishDraft } from './draft.js';
import { lowerPlatform } from './lower-platform.js';
import { pipelineTags, tagList } from './lower-tags.js';
import { lowerDeployTimeValue } from './lower-value.js';
import type { LoweringContext } from './lowering-context.js';
import type { PipelineRequest, PipelineSettings, PipelineTriggers } from './pipeline-settings.js';

/**
 * What the spec says of the pipeline as a whole and SageMaker does not keep in the definition.
 * @param pipelineName text, or text with deploy values
 */
export function lowerSettings(context: LoweringContext, pipelineName: Json): PipelineSettings {
  return {
    request: lowerRequest(context, pipelineName),
    triggers: lowerTriggers(context),
    artifacts: context.spec.pipeline.artifacts,
    platform: lowerPlatform(context.spec),
  };
}

function lowerRequest(context: LoweringContext, pipelineName: Json): PipelineRequest {
  const { displayName, description, roleArn, parallelism } = context.spec.pipeline;
  const tags = pipelineTags(context);
  const draft: Record<keyof PipelineRequest, Draft | undefined> = {
    PipelineName: pipelineName,
    PipelineDisplayName: displayName,
    PipelineDescription: description,
    RoleArn: roleArn === undefined ? deployValue('pipelineRoleArn') : lowerDeployTimeValue(roleArn),
    Tags: tags.size === 0 ? undefined : tagList(tags),
    ParallelismConfiguration: parallelism === undefined ? undefined : { MaxParallelExecutionSteps: parallelism },
  };
  // The draft has exactly the members of the request; finishing it only leaves the absent ones out.
  return finishDraft(draft).json as unknown as PipelineRequest;
}

function lowerTriggers({ spec }: LoweringContext): PipelineTriggers {
  const { schedule, onApproval } = spec.pipeline;
  const group: SpecValue | undefined = onApproval?.modelPackageGroupName ?? spec.modelPackageGroupName;
  return {
    ...(schedule === undefined ? {} : { schedule }),
    ...(onApproval === undefined || group === undefined
      ? {}
      : { onApproval: { modelPackageGroupName: lowerDeployTimeValue(group) } }),
  };
}

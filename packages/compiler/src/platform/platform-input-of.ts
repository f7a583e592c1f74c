import type { PipelineDefinition } from '@millrace/schema';
import { deployValue, type Json } from '@millrace/schema';
import type { PlatformSettings } from '../lowering/pipeline-settings.js';
import type { PlatformInput } from './platform-model.js';

/** What a definition does not say of its pipeline, and the platform around it needs. */
export interface PlatformWish extends Partial<Omit<PlatformSettings, 'projectName'>> {
  readonly pipelineName: Json;
  /** Default: the pipeline's name. */
  readonly projectName?: Json;
  readonly description?: Json;
}

/** The platform's input for a definition that someone else wrote. */
export function platformInputOf(
  definition: PipelineDefinition,
  { pipelineName, projectName = pipelineName, description, ...given }: PlatformWish,
): PlatformInput {
  return {
    definition,
    pipelineName,
    code: [],
    images: [],
    settings: {
      request: {
        PipelineName: pipelineName,
        ...(description === undefined ? {} : { PipelineDescription: description }),
        RoleArn: given.existingPipelineRoleArn ?? deployValue('pipelineRoleArn'),
      },
      triggers: {},
      artifacts: undefined,
      platform: {
        projectName,
        createsModelPackageGroup: true,
        consumerAccounts: [],
        additionalReadBuckets: [],
        nagSuppressions: [],
        ...given,
      },
    },
  };
}

import type { SelectedStepType } from '../service-model-selection.js';

/** The steps that make something in Amazon Bedrock: the form of its requests is the same throughout. */
export const bedrock: readonly SelectedStepType[] = [
  {
    stepType: 'BedrockCustomModel',
    request: 'CreateCustomModel',
    service: 'bedrock',
    describe: ['GetCustomModel'],
    changes: [],
  },
  {
    stepType: 'BedrockCustomModelDeployment',
    request: 'CreateCustomModelDeployment',
    service: 'bedrock',
    describe: ['GetCustomModelDeployment'],
    changes: [],
  },
  {
    stepType: 'BedrockModelImport',
    request: 'CreateModelImportJob',
    service: 'bedrock',
    describe: ['GetModelImportJob'],
    changes: [],
  },
  {
    stepType: 'BedrockProvisionedModelThroughput',
    request: 'CreateProvisionedModelThroughput',
    service: 'bedrock',
    describe: ['GetProvisionedModelThroughput'],
    changes: [],
  },
];

import type { MemberChange, SelectedStepType } from '../service-model-selection.js';

/** The steps that make something in Amazon Bedrock: the form of its requests is the same throughout. */
export const bedrock: readonly SelectedStepType[] = [
  {
    stepType: 'BedrockCustomModel',
    request: 'CreateCustomModel',
    service: 'bedrock',
    describe: ['GetCustomModel'],
    changes: [parameterName('ModelName')],
  },
  {
    stepType: 'BedrockCustomModelDeployment',
    request: 'CreateCustomModelDeployment',
    service: 'bedrock',
    describe: ['GetCustomModelDeployment'],
    changes: [parameterName('ModelDeploymentName')],
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

function parameterName(member: string): MemberChange {
  return {
    member,
    change: 'parameter',
    reason: 'the name has to be new in every execution',
    source: 'SDK v3 workflow/bedrock_steps.py before its release: "must be a pipeline parameter reference"',
  };
}

import { bedrockFacts } from '../bedrock/bedrock-fields.js';
import { declareStepType } from '../step-type.js';
import { bedrockCustomModelDeploymentBody } from './bedrock-custom-model-deployment-body.js';

/** Makes a custom model of Bedrock ready for requests. */
export const bedrockCustomModelDeployment = declareStepType({
  type: 'BedrockCustomModelDeployment',
  summary: 'Deploys a custom model of Amazon Bedrock, billed by what requests use.',
  body: bedrockCustomModelDeploymentBody,
  request: 'CreateCustomModelDeployment',
  describes: ['GetCustomModelDeployment', 'Pipelines.BedrockCustomModelDeployment'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { modelDeploymentArn: [{ member: 'ModelDeploymentArn' }] },
  facts: bedrockFacts({
    name: 'ModelDeployments',
    type: 'custom-model-deployment',
    create: 'CreateCustomModelDeployment',
    get: 'GetCustomModelDeployment',
    from: [{ kind: 'arn', members: ['ModelArn'] }],
  }),
  example: {
    name: 'DeployCustomModel',
    type: 'BedrockCustomModelDeployment',
    bedrockCustomModelDeployment: {
      deploymentName: 'churn-writer',
      modelArn: 'arn:aws:bedrock:us-east-1:123456789012:custom-model/imported/abcdef123456',
    },
  },
});

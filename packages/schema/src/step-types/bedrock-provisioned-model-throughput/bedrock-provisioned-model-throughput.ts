import { bedrockFacts } from '../bedrock/bedrock-fields.js';
import { declareStepType } from '../step-type.js';
import { bedrockProvisionedModelThroughputBody } from './bedrock-provisioned-model-throughput-body.js';

/** Buys capacity for a model of Bedrock. */
export const bedrockProvisionedModelThroughput = declareStepType({
  type: 'BedrockProvisionedModelThroughput',
  summary: 'Keeps capacity for a model of Amazon Bedrock; it costs from the moment on when it exists.',
  body: bedrockProvisionedModelThroughputBody,
  request: 'CreateProvisionedModelThroughput',
  describes: ['GetProvisionedModelThroughput'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { provisionedModelArn: [{ member: 'ProvisionedModelArn' }] },
  facts: bedrockFacts({
    name: 'ProvisionedModels',
    type: 'provisioned-model',
    create: 'CreateProvisionedModelThroughput',
    get: 'GetProvisionedModelThroughput',
    from: [{ kind: 'arn', members: ['ModelId'] }],
  }),
  example: {
    name: 'KeepCapacity',
    type: 'BedrockProvisionedModelThroughput',
    bedrockProvisionedModelThroughput: {
      provisionedModelName: 'churn-writer',
      modelId: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
    },
  },
});

import { bedrockFacts } from '../bedrock/bedrock-fields.js';
import { declareStepType } from '../step-type.js';
import { bedrockCustomModelBody } from './bedrock-custom-model-body.js';

/** Makes a model of Bedrock from files or from a registered package. */
export const bedrockCustomModel = declareStepType({
  type: 'BedrockCustomModel',
  summary: 'Creates a custom model in Amazon Bedrock from files in S3 or from a registered model package.',
  body: bedrockCustomModelBody,
  request: 'CreateCustomModel',
  describes: ['GetCustomModel'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { modelArn: [{ member: 'ModelArn' }] },
  facts: bedrockFacts({
    name: 'CustomModels',
    type: 'custom-model',
    create: 'CreateCustomModel',
    get: 'GetCustomModel',
    withRole: true,
    settings: ['roleArn', 'kmsKeyArn'],
  }),
  example: {
    name: 'MakeCustomModel',
    type: 'BedrockCustomModel',
    bedrockCustomModel: { modelName: 'churn-writer', modelData: 's3://<default_bucket>/data/model/' },
  },
});

import { bedrockFacts } from '../bedrock/bedrock-fields.js';
import { declareStepType } from '../step-type.js';
import { bedrockModelImportBody } from './bedrock-model-import-body.js';

/** Brings a model that was trained elsewhere into Bedrock. */
export const bedrockModelImport = declareStepType({
  type: 'BedrockModelImport',
  summary: 'Imports the files of a trained model into Amazon Bedrock.',
  body: bedrockModelImportBody,
  request: 'CreateModelImportJob',
  describes: ['GetModelImportJob'],
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { importedModelArn: [{ member: 'ImportedModelArn' }], jobArn: [{ member: 'JobArn' }] },
  facts: bedrockFacts({
    name: 'ModelImports',
    type: 'model-import-job',
    create: 'CreateModelImportJob',
    get: 'GetModelImportJob',
    withRole: true,
    settings: ['network', 'roleArn', 'kmsKeyArn'],
  }),
  example: {
    name: 'ImportModel',
    type: 'BedrockModelImport',
    bedrockModelImport: { importedModelName: 'churn-writer', modelData: 's3://<default_bucket>/data/model/' },
  },
});

import type { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { outputOfNamedStep, stepOutput } from '../../spec/names.js';
import { choice, integer, text } from '../../spec/slots.js';
import { instanceType, s3Uri } from '../../spec/text-checks.js';

/** The body of a Transform step. Source of names and defaults: MDAA 1.6.0, facts/mdaa-module section 1.5. */
export const transformBody = authorObject({
  modelNameStep: outputOfNamedStep('modelName').optional().describe('Model step whose model is applied.'),
  modelName: text().optional().describe('Name of an existing SageMaker model.'),
  instanceType: instanceType().describe('SageMaker instance type, as ml.m5.xlarge.'),
  instanceCount: integer(1, 10_000).optional().describe('Number of instances. Default: 1.'),
  inputDataUri: s3Uri().optional().describe('Where the data lies.'),
  inputDataStepOutput: stepOutput.optional().describe('Output of another step, as Preprocess.batch.'),
  contentType: text().optional().describe('MIME type of the data, as text/csv.'),
  splitType: choice(['None', 'Line', 'RecordIO', 'TFRecord']).optional().describe('How files are split into records.'),
  outputPath: s3Uri()
    .optional()
    .describe('Where results go. Default: a prefix of this execution in the pipeline bucket.'),
  assembleWith: choice(['None', 'Line']).optional().describe('How results are put together.'),
  maxConcurrentTransforms: integer(0, 1_000_000).optional().describe('Parallel requests to each instance.'),
  maxPayloadInMB: integer(0, 100).optional().describe('Largest payload in MB, 0 to 100.'),
  strategy: choice(['SingleRecord', 'MultiRecord']).optional().describe('Records in a request.'),
}).check(
  acrossKeys((body, context) => {
    chooseOne(body, { what: 'a transform', keys: ['modelNameStep', 'modelName'] }, context);
    chooseOne(body, { what: 'a transform', keys: ['inputDataUri', 'inputDataStepOutput'] }, context);
  }),
);

/** What an author says of a Transform step. */
export type TransformBody = z.output<typeof transformBody>;

import type { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { outputOfNamedStep } from '../../spec/names.js';
import { arn } from '../../spec/text-checks.js';
import { bedrockName, modelFolder } from '../bedrock/bedrock-fields.js';

/** The body of a BedrockCustomModel step (CreateCustomModel of Bedrock). */
export const bedrockCustomModelBody = authorObject({
  modelName: bedrockName('the model name').describe('Name of the model, unique in the account and region.'),
  modelData: modelFolder.optional().describe('S3 prefix of the files of the model; it ends with "/".'),
  modelPackageStep: outputOfNamedStep('modelPackageArn')
    .optional()
    .describe('RegisterModel step whose package is made a model of Bedrock.'),
  modelPackageArn: arn('sagemaker').optional().describe('ARN of an existing model package.'),
}).check(
  acrossKeys((body, context) =>
    chooseOne(body, { what: 'a custom model', keys: ['modelData', 'modelPackageStep', 'modelPackageArn'] }, context),
  ),
);

/** What an author says of a BedrockCustomModel step. */
export type BedrockCustomModelBody = z.output<typeof bedrockCustomModelBody>;

import type { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { choice, integer, text } from '../../spec/slots.js';
import { hasForm } from '../../spec/text-checks.js';
import { bedrockName, customModel } from '../bedrock/bedrock-fields.js';

const MOST_UNITS = 10_000;

/** The body of a BedrockProvisionedModelThroughput step (CreateProvisionedModelThroughput of Bedrock). */
export const bedrockProvisionedModelThroughputBody = authorObject({
  provisionedModelName: bedrockName('the name of the provisioned model').describe('Name of the provisioned model.'),
  modelStep: customModel.modelStep,
  modelId: text(hasForm({ what: 'the model id', longest: 2048 }))
    .optional()
    .describe('ARN or id of a model: a custom one, or one of Bedrock.'),
  modelUnits: integer(1, MOST_UNITS).optional().describe('Model units that are kept for you. Default: 1.'),
  commitment: choice(['OneMonth', 'SixMonths'])
    .optional()
    .describe('How long the units are paid for at least. Default: none, billed by the hour until deleted.'),
}).check(
  acrossKeys((body, context) =>
    chooseOne(body, { what: 'a provisioned model', keys: ['modelStep', 'modelId'] }, context),
  ),
);

/** What an author says of a BedrockProvisionedModelThroughput step. */
export type BedrockProvisionedModelThroughputBody = z.output<typeof bedrockProvisionedModelThroughputBody>;

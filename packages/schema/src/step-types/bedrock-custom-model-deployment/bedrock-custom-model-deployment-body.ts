import type { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { text } from '../../spec/slots.js';
import { hasForm } from '../../spec/text-checks.js';
import { bedrockName, customModel } from '../bedrock/bedrock-fields.js';

/** The body of a BedrockCustomModelDeployment step (CreateCustomModelDeployment of Bedrock). */
export const bedrockCustomModelDeploymentBody = authorObject({
  deploymentName: bedrockName('the deployment name').describe('Name of the deployment.'),
  ...customModel,
  description: text(hasForm({ what: 'the description', longest: 2048 }))
    .optional()
    .describe('What the deployment is for, at most 2048 characters.'),
}).check(
  acrossKeys((body, context) => chooseOne(body, { what: 'a deployment', keys: ['modelStep', 'modelArn'] }, context)),
);

/** What an author says of a BedrockCustomModelDeployment step. */
export type BedrockCustomModelDeploymentBody = z.output<typeof bedrockCustomModelDeploymentBody>;

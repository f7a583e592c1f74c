import { z } from 'zod';
import { acrossKeys } from './across-keys.js';
import { authorObject } from './author-object.js';
import { chooseOne } from './choose-one.js';
import { checkContainerImage, containerImage } from './framework-setting.js';
import { literalText } from './literal-only.js';
import { outputOfNamedStep } from './names.js';
import { stringified } from './slots.js';
import { formedText, s3Uri } from './text-checks.js';

const hostname = formedText({
  what: 'a container host name',
  pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
  allowed: 'use letters, digits and "-", beginning and ending with a letter or digit',
  longest: 63,
});

/** One of several containers of a model or a model package. */
export const containerDefinition = authorObject({
  hostname: literalText(hostname).optional().describe('Name by which a request addresses the container.'),
  ...containerImage,
  modelData: s3Uri().optional().describe('S3 URI of the model artifact.'),
  modelDataStep: outputOfNamedStep('modelArtifacts').optional().describe('Training step whose model is used.'),
  environment: z
    .record(z.string(), stringified())
    .optional()
    .describe('Environment variables of this container, beside those of the step; they win.'),
}).check(
  acrossKeys((container, context) => {
    checkContainerImage(container, { what: 'a container' }, context);
    chooseOne(container, { what: 'a container', keys: ['modelData', 'modelDataStep'], optional: true }, context);
  }),
);

/** What an author says of a container. */
export type ContainerDefinition = z.output<typeof containerDefinition>;

/** Several containers: 2 to 15 (CreateModel and CreateModelPackage `Containers`). */
export const containerList = z.array(containerDefinition).min(1).max(15);

import type { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { containerList } from '../../spec/container-definition.js';
import { containerImage } from '../../spec/framework-setting.js';
import { outputOfNamedStep } from '../../spec/names.js';
import { choice, flag } from '../../spec/slots.js';
import { formedText, s3Uri } from '../../spec/text-checks.js';

/** A package by ARN or name, with its version where it has one (VersionedArnOrName of the service model). */
const modelPackage = formedText({
  what: 'a model package ARN or name',
  pattern:
    /^(arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:[a-z-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)(\/[0-9]{1,9})?$/,
  allowed: 'use the ARN of a model package, or its name of letters, digits and "-"',
  longest: 176,
  help: (given) => {
    const step = /^([A-Za-z0-9\-_]+)\.modelPackageArn$/i.exec(given)?.[1];
    return step === undefined ? undefined : `the package of a step is { property: "${step}.ModelPackageArn" }`;
  },
});

/** The body of a Model step: from a registered package, or from an image and model data. */
export const modelBody = authorObject({
  modelPackageArn: modelPackage.optional().describe('Registered package to make the model from.'),
  ...containerImage,
  modelData: s3Uri().optional().describe('S3 URI of the model artifact.'),
  modelDataStep: outputOfNamedStep('modelArtifacts').optional().describe('Training step whose model is used.'),
  containers: containerList
    .optional()
    .describe('Several containers, at most 15, in place of imageUri, framework, modelData and modelDataStep.'),
  inferenceExecutionMode: choice(['Serial', 'Direct'])
    .optional()
    .describe('Whether a request goes through all containers or to the one that it names. Default: Serial.'),
  enableNetworkIsolation: flag()
    .optional()
    .describe('No network for the containers; overrides the networkConfig of the pipeline.'),
}).check(
  acrossKeys((body, context) => {
    chooseOne(body, { what: 'a model', keys: ['modelPackageArn', 'imageUri', 'framework', 'containers'] }, context);
    chooseOne(
      body,
      { what: 'a model', keys: ['modelPackageArn', 'modelData', 'modelDataStep', 'containers'], optional: true },
      context,
    );
  }),
);

/** What an author says of a Model step. */
export type ModelBody = z.output<typeof modelBody>;

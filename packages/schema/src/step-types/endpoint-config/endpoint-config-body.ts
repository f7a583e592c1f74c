import { z } from 'zod';
import { acrossItems, acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { timeSpan } from '../../spec/durations.js';
import { literalText } from '../../spec/literal-only.js';
import { outputOfNamedStep } from '../../spec/names.js';
import { choice, integer, numberFrom } from '../../spec/slots.js';
import { arn, formedText, instanceType, s3Uri } from '../../spec/text-checks.js';
import { checkUnique } from '../../spec/unique-names.js';

/** Names of endpoints, their configurations and variants: at most 63 letters, digits and "-" (service model). */
export const servingName = (what: string) =>
  formedText({
    what,
    pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/,
    allowed: 'use at most 63 letters, digits and "-"',
    longest: 63,
  });

const LARGEST_COUNT = 10_000;

const serverless = authorObject({
  memorySizeInMB: integer(1024, 6144).describe('Memory in MB: 1024, 2048, 3072, 4096, 5120 or 6144.'),
  maxConcurrency: integer(1, 200).describe('Invocations at the same time, 1 to 200.'),
  provisionedConcurrency: integer(1, 200).optional().describe('Invocations kept warm, at most maxConcurrency.'),
});

const managedScaling = authorObject({
  minInstanceCount: integer(0, LARGEST_COUNT).optional().describe('Fewest instances.'),
  maxInstanceCount: integer(1, LARGEST_COUNT).optional().describe('Most instances.'),
});

const variant = authorObject({
  variantName: literalText(servingName('the variant name'))
    .optional()
    .describe('Name of the variant, unique in the list. Default: AllTraffic.'),
  modelNameStep: outputOfNamedStep('modelName').optional().describe('Model step whose model the variant serves.'),
  modelName: servingName('the model name')
    .optional()
    .describe('Name of an existing model. Without a model the variant is for inference components.'),
  instanceType: instanceType().optional().describe('SageMaker instance type, as ml.m5.xlarge.'),
  instanceCount: integer(1, LARGEST_COUNT).optional().describe('Number of instances at the start. Default: 1.'),
  weight: numberFrom(0).optional().describe('Share of the traffic, relative to the other variants. Default: 1.'),
  volumeSizeInGB: integer(1, 512).optional().describe('Size of the volume of each instance, in GB.'),
  serverless: serverless.optional().describe('Serves without instances of your own.'),
  managedScaling: managedScaling.optional().describe('Lets SageMaker choose the number of instances in these limits.'),
  routing: choice(['LEAST_OUTSTANDING_REQUESTS', 'RANDOM'])
    .optional()
    .describe('How requests are spread over instances.'),
  modelDataDownloadTimeout: timeSpan(60, 3600).optional().describe('Longest download of the model, 1m to 1h.'),
  containerStartupTimeout: timeSpan(60, 3600).optional().describe('Longest start of the container, 1m to 1h.'),
}).check(
  acrossKeys((each, context) => {
    chooseOne(each, { what: 'a variant', keys: ['modelNameStep', 'modelName'], optional: true }, context);
    chooseOne(each, { what: 'a variant', keys: ['instanceType', 'serverless'] }, context);
    for (const key of ['instanceCount', 'volumeSizeInGB', 'managedScaling'])
      chooseOne(each, { what: 'a variant', keys: ['serverless', key], optional: true }, context);
  }),
);

const variants = z
  .array(variant)
  .min(1)
  .max(10)
  .check(
    acrossItems((list, context) =>
      checkUnique(list.map(withDefaultName), { what: 'the variant', name: 'variantName', at: [] }, context),
    ),
  );

/** The variant of the SageMaker SDK and of the console. */
export const DEFAULT_VARIANT = 'AllTraffic';

function withDefaultName(each: unknown): unknown {
  return typeof each === 'object' && each !== null ? { variantName: DEFAULT_VARIANT, ...each } : each;
}

const asyncInference = authorObject({
  outputPath: s3Uri().optional().describe('Where responses go. Default: a prefix in the pipeline bucket.'),
  failurePath: s3Uri().optional().describe('Where failed responses go.'),
  maxConcurrentInvocationsPerInstance: integer(1, 1000).optional().describe('Requests that an instance takes at once.'),
  successTopicArn: arn('sns').optional().describe('SNS topic that is told of successes.'),
  errorTopicArn: arn('sns').optional().describe('SNS topic that is told of errors.'),
});

/** The body of an EndpointConfig step; Pipelines refuses data capture and explainers (rule R99), so they are no fields. */
export const endpointConfigBody = authorObject({
  endpointConfigName: servingName('the name of the endpoint configuration')
    .optional()
    .describe('Beginning of the name; SageMaker appends a suffix of the execution. Default: made by SageMaker.'),
  productionVariants: variants.describe('Models that answer requests, and the machines for them, 1 to 10.'),
  shadowVariants: variants
    .optional()
    .describe('Models that get copies of the requests, with answers that nobody sees.'),
  asyncInference: asyncInference.optional().describe('Queues requests and writes responses to S3.'),
});

/** What an author says of an EndpointConfig step. */
export type EndpointConfigBody = z.output<typeof endpointConfigBody>;

/** A variant of an endpoint. */
export type EndpointVariant = EndpointConfigBody['productionVariants'][number];

import { outputOfNamedStep } from '../../spec/names.js';
import { formedText } from '../../spec/text-checks.js';
import type { StepSetting, StepTypeFacts } from '../step-type-facts.js';

/** Names that Bedrock gives to models and deployments: at most 63 letters, digits, "-" and "_" (service model of Bedrock). */
export const bedrockName = (what: string) =>
  formedText({
    what,
    pattern: /^([0-9a-zA-Z][_-]?)+$/,
    allowed: 'use letters, digits, and single "-" and "_" between them',
    longest: 63,
  });

/** The S3 prefix of a model: Bedrock takes folders, not archives. */
export const modelFolder = formedText({
  what: 'an S3 URI of a model',
  pattern: /^s3:\/\/.+\/$/,
  allowed: 'Bedrock reads a prefix that ends with "/", with the files of the model below it',
  longest: 1024,
});

/** A custom model, made by a step or existing. */
export const customModel = {
  modelStep: outputOfNamedStep('modelArn').optional().describe('BedrockCustomModel step whose model is used.'),
  modelArn: formedText({
    what: 'the ARN of a model',
    pattern: /^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\d{0,12}:.+$/,
    allowed: 'the form is arn:aws:bedrock:REGION:ACCOUNT:custom-model/…',
    longest: 2048,
  })
    .optional()
    .describe('ARN of an existing model.'),
};

/** What is true of all steps that make something in Bedrock (SageMaker SDK, `bedrock_steps.py`). */
export function bedrockFacts(actions: readonly string[], settings: readonly StepSetting[] = []): StepTypeFacts {
  return {
    execution: 'record',
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings,
    iamActions: [...actions.map((action) => `bedrock:${action}`), 'bedrock:TagResource'],
    billing: 'other-service',
  };
}

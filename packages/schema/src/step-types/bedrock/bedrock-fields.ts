import { outputOfNamedStep } from '../../spec/names.js';
import { formedText } from '../../spec/text-checks.js';
import type { StepPermission, StepResource } from '../step-permission.js';
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

/** What a step makes in Bedrock, and by which actions. */
interface BedrockMaking {
  /** Plural, in letters: `CustomModels`. */
  readonly name: string;
  /** The type of what is made, as in its ARN: `custom-model`. */
  readonly type: string;
  readonly create: string;
  readonly get: string;
  /** What the action that makes it applies to; absent where it knows no resources. */
  readonly from?: readonly StepResource[];
  /** Whether Bedrock does it with a role that the step names. */
  readonly withRole?: true;
  readonly settings?: readonly StepSetting[];
}

/** What is true of all steps that make something in Bedrock (SageMaker SDK, `bedrock_steps.py`). */
export function bedrockFacts(making: BedrockMaking): StepTypeFacts {
  const { type, withRole, settings = [] } = making;
  return {
    execution: 'record',
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings,
    permissions: bedrockPermissions(making),
    passedRoles: withRole
      ? [{ members: ['RoleArn'], service: 'bedrock.amazonaws.com', assumedFor: [`bedrock:${type}/*`] }]
      : [],
    billing: 'other-service',
  };
}

function bedrockPermissions({ name, type, create, get, from }: BedrockMaking): readonly StepPermission[] {
  const made: StepResource = {
    kind: 'fixed',
    service: 'bedrock',
    resource: `${type}/*`,
    reason: 'Bedrock chooses the ids of what it makes',
  };
  const action = `bedrock:${create}`;
  const why = `makes what its steps describe (${create})`;
  return [
    { sid: `Make${name}`, actions: [action], on: from ?? [{ kind: 'unscoped', action }], why },
    {
      sid: `Follow${name}`,
      actions: [`bedrock:${get}`, 'bedrock:TagResource'],
      on: [made],
      why: 'follows and tags what it makes',
    },
  ];
}

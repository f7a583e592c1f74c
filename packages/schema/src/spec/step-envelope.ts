import { z } from 'zod';
import { argumentsSetting } from './arguments-setting.js';
import { authorObject } from './author-object.js';
import { cacheSetting } from './cache-setting.js';
import { forEachSetting } from './for-each-setting.js';
import { literalText } from './literal-only.js';
import { nameOfOther, stepName } from './names.js';
import { stepNetwork } from './network-setting.js';
import { orNone } from './or-none.js';
import { retrySetting } from './retry-setting.js';
import { stringified, text } from './slots.js';
import { tagsSetting } from './tags-setting.js';
import { arn, hasForm } from './text-checks.js';

const NONE_OR_KEY = arn('kms').describe('KMS key of volumes and outputs of this step, or none.');

/** Keys that every step has beside the body of its type. */
export const stepEnvelope = {
  name: stepName.describe('Name of the step, unique in the pipeline.'),
  forEach: forEachSetting,
  dependsOn: z.array(nameOfOther).optional().describe('Steps to wait for, where no value of theirs is used.'),
  displayName: literalText(
    text(hasForm({ what: 'the display name', pattern: /\S/, allowed: 'it must not be empty', longest: 256 })),
  )
    .optional()
    .describe('Name shown in Studio, at most 256 characters.'),
  description: literalText(text(hasForm({ what: 'the description', longest: 3072 })))
    .optional()
    .describe('What the step does, at most 3072 characters.'),
  cache: cacheSetting.optional().describe('How long an unchanged result is used again, as 30d, or none.'),
  retry: retrySetting.optional().describe('Retries: transient, none, or a list of policies.'),
  environment: z.record(z.string(), stringified()).optional().describe('Environment variables of the container.'),
  network: stepNetwork.optional().describe('Overrides of the networkConfig of the pipeline, or none.'),
  roleArn: arn('iam').optional().describe('Role of the job. Default: the job role of the pipeline.'),
  kmsKeyArn: orNone(NONE_OR_KEY),
  arguments: argumentsSetting
    .optional()
    .describe("Members of Arguments in AWS's words, merged last into those that Millrace makes; null takes one out."),
  tags: tagsSetting().optional().describe('Tags of the job or model, beside those of the pipeline; they win.'),
};

/** The envelope as a schema of its own, for its type. */
export const stepEnvelopeObject = authorObject(stepEnvelope);

/** What an author says about a step beside the body. */
export type StepEnvelope = z.output<typeof stepEnvelopeObject>;

import { z } from 'zod';
import { authorObject } from './author-object.js';
import { cacheSetting } from './cache-setting.js';
import { timeSpan } from './durations.js';
import { frameworkSetting } from './framework-setting.js';
import { stepNetwork } from './network-setting.js';
import { orNone } from './or-none.js';
import { retrySetting } from './retry-setting.js';
import { integer, stringified } from './slots.js';
import { arn, instanceType } from './text-checks.js';

/** What steps inherit beside their body. */
const settings = {
  cache: cacheSetting.optional().describe('How long unchanged results are used again, as 30d.'),
  retry: retrySetting.optional().describe('Retries: transient, or a list of policies.'),
  environment: z
    .record(z.string(), stringified())
    .optional()
    .describe('Environment variables of the containers; those of a step are added, and win.'),
  network: stepNetwork.optional().describe('Network of the jobs; the keys that a step gives win.'),
  roleArn: arn('iam').optional().describe('Role of the jobs. Default: the job role of the pipeline.'),
  kmsKeyArn: orNone(arn('kms').describe('KMS key of volumes and outputs, or none.')),
};

/** What the bodies of steps inherit; the ranges are the widest of any type, and each type checks its own. */
const compute = {
  framework: frameworkSetting
    .optional()
    .describe("AWS's image of a framework, { name, version }, for containers without imageUri."),
  instanceType: instanceType().optional().describe('SageMaker instance type, as ml.m5.xlarge.'),
  instanceCount: integer(1, 10_000).optional().describe('Number of instances.'),
  volumeSizeInGB: integer(1, 16_384).optional().describe('Size of the volume of each instance, in GB.'),
  maxRuntime: timeSpan(1, 2_419_200).optional().describe('Longest run time, as 1h.'),
};

/** `pipeline.defaults`: inherited by every step whose type takes the key, unless the step gives it itself. */
export const pipelineDefaults = authorObject({ ...settings, ...compute });

/** The keys that steps inherit into their body. */
export const INHERITED_BODY_FIELDS: readonly string[] = Object.keys(compute);

/** The keys that steps inherit beside their body. */
export const INHERITED_SETTINGS: readonly string[] = Object.keys(settings);

/** The keys for which a step itself may say `none`; for the others the word only switches the inherited value off. */
export const SETTINGS_WITH_NONE: readonly string[] = ['cache', 'retry', 'network', 'kmsKeyArn'];

import { deployValue } from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';
import type { StepPlace } from './step-place.js';

/** The KMS key of a step's volumes and outputs, as an ARN; undefined where the author says `none`. */
export function kmsKey(context: LoweringContext, { step, path }: StepPlace): Draft | undefined {
  if (step.kmsKeyArn === 'none') return undefined;
  if (step.kmsKeyArn !== undefined) return context.text(step.kmsKeyArn, [...path, 'kmsKeyArn']);
  const { pipelineKmsKeyArn } = context.spec;
  return pipelineKmsKeyArn === undefined
    ? placed(path, deployValue('kmsKeyArn'))
    : context.text(pipelineKmsKeyArn, ['pipelineKmsKeyArn']);
}

/** The role that a job runs with. */
export function jobRole(context: LoweringContext, { step, path }: StepPlace): Draft | undefined {
  return step.roleArn === undefined
    ? placed(path, deployValue('jobRoleArn'))
    : context.text(step.roleArn, [...path, 'roleArn']);
}

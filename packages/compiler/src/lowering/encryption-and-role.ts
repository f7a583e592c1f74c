import { deployValue, hasLocalStorage, type SpecValue } from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import { knownText } from './known-text.js';
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

/**
 * The KMS key of the volumes of a job's machines; undefined where some of them store on disks of their host, which are
 * encrypted by the hardware: requests with a key for those are refused.
 */
export function volumeKey(
  context: LoweringContext,
  place: StepPlace,
  instanceTypes: readonly (SpecValue | undefined)[],
): Draft | undefined {
  const known = instanceTypes.map((type) => knownText(type, context) ?? '');
  return known.some(hasLocalStorage) ? undefined : kmsKey(context, place);
}

/** The role that a job runs with. */
export function jobRole(context: LoweringContext, { step, path }: StepPlace): Draft | undefined {
  return step.roleArn === undefined
    ? placed(path, deployValue('jobRoleArn'))
    : context.text(step.roleArn, [...path, 'roleArn']);
}

import { asExpression, declaredValue, type Json, parseReference } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

/**
 * What another step of the definition states for a value that is read from it; of the model of a training job the place
 * below which it is put. Undefined for what stands here, and for what only a run makes.
 */
export function statedElsewhere(value: Json | undefined, context: PolicyContext): Json | undefined {
  const expression = asExpression(value);
  const text = expression?.kind === 'get' ? expression.reference : undefined;
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  if (reference?.kind !== 'property') return undefined;
  const step = context.definition.step(reference.step)?.step;
  if (step === undefined) return undefined;
  const [first] = reference.path;
  const isModel = first !== undefined && 'member' in first && first.member === 'ModelArtifacts';
  return declaredValue(step, isModel ? [{ member: 'OutputDataConfig' }, { member: 'S3OutputPath' }] : reference.path);
}

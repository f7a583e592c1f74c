import { asExpression, declaredValue, type Json, parseReference } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import type { PolicyValue } from '../values/policy-value.js';

/** Chains of references that are longer are not followed. */
const LONGEST_CHAIN = 20;

/**
 * What is known of a URI that may come from another step: what that step states of its output, or the place below which a
 * training job puts its model.
 */
export function resolvedUri(uri: Json | undefined, context: PolicyContext): PolicyValue {
  let at = uri;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const stated = statedElsewhere(at, context);
    if (stated === undefined) break;
    at = stated;
  }
  return context.read(at);
}

function statedElsewhere(uri: Json | undefined, context: PolicyContext): Json | undefined {
  const expression = asExpression(uri);
  const text = expression?.kind === 'get' ? expression.reference : undefined;
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  if (reference?.kind !== 'property') return undefined;
  const step = context.definition.step(reference.step)?.step;
  if (step === undefined) return undefined;
  const [first] = reference.path;
  const isModel = first !== undefined && 'member' in first && first.member === 'ModelArtifacts';
  return declaredValue(step, isModel ? [{ member: 'OutputDataConfig' }, { member: 'S3OutputPath' }] : reference.path);
}

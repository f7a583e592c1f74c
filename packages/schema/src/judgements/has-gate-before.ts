import type { DefinitionContext } from '../definition/definition-context.js';
import type { PlacedStep } from '../definition/placed-steps.js';
import { waitedFor } from '../definition/waits-of-steps.js';
import { STEP_MEMBERS } from '../step-types/step-members.js';
import { isSageMakerStepType } from '../step-types/step-type-names.js';
import { stepTypeFacts } from '../step-types/step-type-registry.js';

/**
 * Whether something stands before a step that can stop it although nothing is broken: a branch of a condition around it or
 * around what it waits for, a check that fails on violations, an answer from outside (rule R92).
 */
export function hasGateBefore({ step }: PlacedStep, context: DefinitionContext): boolean {
  for (const name of waitedFor(step.Name, context.waits)) {
    const before = context.step(name);
    if (before !== undefined && isGate(before)) return true;
  }
  return false;
}

/** What may keep later steps from running although nothing is broken. */
function isGate({ step, branch }: PlacedStep): boolean {
  const isChecked = isSageMakerStepType(step.Type) && STEP_MEMBERS[step.Type]?.includes('FailOnViolation') === true;
  return branch !== undefined || stepTypeFacts(step.Type)?.execution === 'outside-wait' || isChecked;
}

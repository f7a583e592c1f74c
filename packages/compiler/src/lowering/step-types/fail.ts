import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a Fail step. */
export function lowerFail({ step, path }: PlaceOf<'Fail'>, context: LoweringContext): LoweredStep {
  return { arguments: { ErrorMessage: context.text(step.body.message, [...path, step.bodyKey, 'message']) } };
}

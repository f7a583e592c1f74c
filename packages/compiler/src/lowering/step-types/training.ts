import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';
import { fixedHyperparameters, trainingJobMembers } from '../training-job-members.js';

/** Lowers a Training step to the members of CreateTrainingJob. */
export function lowerTraining(place: PlaceOf<'Training'>, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = place.step;
  const at = [...place.path, bodyKey];
  const hyperparameters = { values: body.hyperparameters, at: [...at, 'hyperparameters'] };
  const job = { fields: body, at, place, hyperparameters };
  return {
    arguments: { ...trainingJobMembers(job, context), HyperParameters: fixedHyperparameters(job, context) },
  };
}

import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a BedrockProvisionedModelThroughput step to the members of CreateProvisionedModelThroughput, in the case that SageMaker wants. */
export function lowerBedrockProvisionedModelThroughput(
  { step, path }: PlaceOf<'BedrockProvisionedModelThroughput'>,
  context: LoweringContext,
): LoweredStep {
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      ProvisionedModelName: context.text(body.provisionedModelName, [...at, 'provisionedModelName']),
      ModelId: context.text(body.modelStep, [...at, 'modelStep']) ?? context.text(body.modelId, [...at, 'modelId']),
      ModelUnits: context.value(body.modelUnits, [...at, 'modelUnits']) ?? 1,
      CommitmentDuration: context.text(body.commitment, [...at, 'commitment']),
    },
  };
}

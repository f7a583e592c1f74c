import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a BedrockCustomModelDeployment step to the members of CreateCustomModelDeployment, in the case that SageMaker wants. */
export function lowerBedrockCustomModelDeployment(
  { step, path }: PlaceOf<'BedrockCustomModelDeployment'>,
  context: LoweringContext,
): LoweredStep {
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      ModelDeploymentName: context.text(body.deploymentName, [...at, 'deploymentName']),
      ModelArn: context.text(body.modelStep, [...at, 'modelStep']) ?? context.text(body.modelArn, [...at, 'modelArn']),
      Description: context.text(body.description, [...at, 'description']),
    },
  };
}

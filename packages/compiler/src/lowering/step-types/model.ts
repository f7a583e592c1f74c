import { jobRole } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import { modelDataUri } from '../model-data.js';
import { networkMembers } from '../network-members.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a Model step to the members of CreateModel, which knows no encryption of traffic between containers. */
export function lowerModel(place: PlaceOf<'Model'>, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  const { EnableNetworkIsolation, VpcConfig } = networkMembers(context, place, body.enableNetworkIsolation);
  return {
    arguments: {
      PrimaryContainer: {
        ModelPackageName: context.text(body.modelPackageArn, [...at, 'modelPackageArn']),
        Image: context.text(body.imageUri, [...at, 'imageUri']),
        ModelDataUrl: modelDataUri(body, at, context),
        Environment: context.textMap(step.environment, [...path, 'environment']),
      },
      ExecutionRoleArn: jobRole(context, place),
      EnableNetworkIsolation,
      VpcConfig,
    },
  };
}

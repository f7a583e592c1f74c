import { isRawStep, type SpecValue } from '@millrace/schema';
import { containerImage } from '../container-image.js';
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
        Image: containerImage(
          { body, path: at, purpose: 'inference', instanceType: transformInstance(step.name, context) },
          context,
        ),
        ModelDataUrl: modelDataUri(body, at, context),
        Environment: context.textMap(step.environment, [...path, 'environment']),
      },
      ExecutionRoleArn: jobRole(context, place),
      EnableNetworkIsolation,
      VpcConfig,
    },
  };
}

/** Where the model runs: a Model step does not say it, but the Transform step that uses the model does. */
function transformInstance(name: string, { spec }: LoweringContext): SpecValue | undefined {
  for (const step of spec.pipeline.steps) {
    if (isRawStep(step)) continue;
    const { body } = step;
    const model = 'modelNameStep' in body ? body.modelNameStep?.form : undefined;
    if (model?.kind === 'output' && model.step === name && 'instanceType' in body) return body.instanceType;
  }
  return undefined;
}

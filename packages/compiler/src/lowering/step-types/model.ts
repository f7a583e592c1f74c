import { isRawStep, type SpecValue } from '@millrace/schema';
import { containerImage } from '../container-image.js';
import { lowerContainerList } from '../container-list.js';
import { jobRole } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import { modelDataUri } from '../model-data.js';
import { networkMembers } from '../network-members.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a Model step to the members of CreateModel, which knows no encryption of traffic between containers. */
export function lowerModel(place: PlaceOf<'Model'>, context: LoweringContext): LoweredStep {
  const { body } = place.step;
  const { EnableNetworkIsolation, VpcConfig } = networkMembers(context, place, body.enableNetworkIsolation);
  return {
    arguments: {
      ...lowerContainers(place, context),
      ExecutionRoleArn: jobRole(context, place),
      EnableNetworkIsolation,
      VpcConfig,
    },
  };
}

/** One container, or a list of several (CreateModel takes exactly one of the two). */
function lowerContainers(place: PlaceOf<'Model'>, context: LoweringContext): LoweredStep['arguments'] {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  const instanceType = transformInstance(step.name, context);
  const mode = context.text(body.inferenceExecutionMode, [...at, 'inferenceExecutionMode']);
  if (body.containers !== undefined) {
    const list = { place, containers: body.containers, at: [...at, 'containers'], instanceType };
    return {
      Containers: lowerContainerList(list, context),
      InferenceExecutionConfig: mode === undefined ? undefined : { Mode: mode },
    };
  }
  return {
    PrimaryContainer: {
      ModelPackageName: context.text(body.modelPackageArn, [...at, 'modelPackageArn']),
      Image: containerImage({ body, path: at, purpose: 'inference', instanceType }, context),
      ModelDataUrl: modelDataUri(body, at, context),
      Environment: context.textMap(step.environment, [...path, 'environment']),
    },
    InferenceExecutionConfig: mode === undefined ? undefined : { Mode: mode },
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

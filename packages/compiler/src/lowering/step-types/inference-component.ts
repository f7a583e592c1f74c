import { DEFAULT_VARIANT, type Path } from '@millrace/schema';
import type { Draft } from '../draft.js';
import { floatValue } from '../float-value.js';
import type { LoweringContext } from '../lowering-context.js';
import { modelDataUri } from '../model-data.js';
import { modelName } from '../model-name.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

type Place = PlaceOf<'InferenceComponent'>;

/** Lowers an InferenceComponent step to the members of CreateInferenceComponent. */
export function lowerInferenceComponent(place: Place, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  const adapter = body.baseInferenceComponentName !== undefined;
  return {
    arguments: {
      InferenceComponentName: context.text(body.inferenceComponentName, [...at, 'inferenceComponentName']),
      EndpointName:
        context.text(body.endpointStep, [...at, 'endpointStep']) ??
        context.text(body.endpointName, [...at, 'endpointName']),
      // An adapter lies on the variant of its base component.
      VariantName: context.text(body.variantName, [...at, 'variantName']) ?? (adapter ? undefined : DEFAULT_VARIANT),
      Specification: {
        ModelName: modelName(body, at, context),
        BaseInferenceComponentName: context.text(body.baseInferenceComponentName, [
          ...at,
          'baseInferenceComponentName',
        ]),
        Container: lowerContainer(place, at, context),
        StartupParameters: lowerStartup(place, at, context),
        ComputeResourceRequirements: lowerResources(place, at, context),
      },
      RuntimeConfig:
        adapter && body.copyCount === undefined
          ? undefined
          : { CopyCount: context.value(body.copyCount, [...at, 'copyCount']) ?? 1 },
    },
  };
}

function lowerContainer({ step, path }: Place, at: Path, context: LoweringContext): Draft | undefined {
  return present({
    Image: context.text(step.body.imageUri, [...at, 'imageUri']),
    ArtifactUrl: modelDataUri(step.body, at, context),
    Environment: context.textMap(step.environment, [...path, 'environment']),
  });
}

function lowerStartup({ step: { body } }: Place, at: Path, context: LoweringContext): Draft | undefined {
  return present({
    ModelDataDownloadTimeoutInSeconds: context.value(body.modelDataDownloadTimeout, [
      ...at,
      'modelDataDownloadTimeout',
    ]),
    ContainerStartupHealthCheckTimeoutInSeconds: context.value(body.containerStartupTimeout, [
      ...at,
      'containerStartupTimeout',
    ]),
  });
}

function lowerResources({ step: { body } }: Place, at: Path, context: LoweringContext): Draft | undefined {
  return present({
    NumberOfCpuCoresRequired: floatValue(body.cpuCores, [...at, 'cpuCores'], context),
    NumberOfAcceleratorDevicesRequired: floatValue(body.accelerators, [...at, 'accelerators'], context),
    MinMemoryRequiredInMb: context.value(body.minMemoryInMB, [...at, 'minMemoryInMB']),
    MaxMemoryRequiredInMb: context.value(body.maxMemoryInMB, [...at, 'maxMemoryInMB']),
  });
}

/** An object, unless all of its members are absent. */
function present(members: Readonly<Record<string, Draft | undefined>>): Draft | undefined {
  return Object.values(members).every((member) => member === undefined) ? undefined : members;
}

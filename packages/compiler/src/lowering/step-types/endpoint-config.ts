import { DEFAULT_VARIANT, type EndpointVariant, type Path } from '@millrace/schema';
import { runOutputUri } from '../artifact-uris.js';
import { type Draft, placed } from '../draft.js';
import { jobRole, kmsKey, volumeKey } from '../encryption-and-role.js';
import { floatValue } from '../float-value.js';
import type { LoweringContext } from '../lowering-context.js';
import { modelName } from '../model-name.js';
import { networkMembers } from '../network-members.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers an EndpointConfig step to the members of CreateEndpointConfig. */
export function lowerEndpointConfig(place: PlaceOf<'EndpointConfig'>, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  const variants = (key: 'productionVariants' | 'shadowVariants') =>
    body[key]?.map((variant, index) => lowerVariant(variant, [...at, key, index], context));
  const machines = allVariants(place).map(({ instanceType }) => instanceType);
  return {
    arguments: {
      EndpointConfigName: context.text(body.endpointConfigName, [...at, 'endpointConfigName']),
      ProductionVariants: variants('productionVariants'),
      ShadowProductionVariants: variants('shadowVariants'),
      AsyncInferenceConfig: lowerAsync(place, context),
      KmsKeyId: step.kmsKeyArn !== undefined || hasVolumes(place) ? volumeKey(context, place, machines) : undefined,
      ...hostMembers(place, context),
    },
  };
}

/** A serverless variant has no volume that a key could encrypt. */
function hasVolumes(place: PlaceOf<'EndpointConfig'>): boolean {
  return allVariants(place).some(({ serverless }) => serverless === undefined);
}

function allVariants({ step: { body } }: PlaceOf<'EndpointConfig'>): readonly EndpointVariant[] {
  return [...body.productionVariants, ...(body.shadowVariants ?? [])];
}

/**
 * Role and network of the endpoint itself. A model brings its own; a variant without one is for inference components,
 * whose containers have what the endpoint has (CreateEndpointConfig `ExecutionRoleArn`, `VpcConfig`).
 */
function hostMembers(
  place: PlaceOf<'EndpointConfig'>,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  const { step } = place;
  const hosts = step.body.productionVariants.some(
    (each) => each.modelName === undefined && each.modelNameStep === undefined,
  );
  const { EnableNetworkIsolation, VpcConfig } = networkMembers(context, place);
  return {
    ExecutionRoleArn: hosts || step.roleArn !== undefined ? jobRole(context, place) : undefined,
    ...(hosts || step.network !== undefined ? { VpcConfig, EnableNetworkIsolation } : {}),
  };
}

function lowerVariant(variant: EndpointVariant, path: Path, context: LoweringContext): Draft {
  return (
    placed(path, {
      VariantName: placed([...path, 'variantName'], variant.variantName ?? DEFAULT_VARIANT),
      ModelName: modelName(variant, path, context),
      ...machineMembers(variant, path, context),
      InitialVariantWeight: floatValue(variant.weight, [...path, 'weight'], context),
      ModelDataDownloadTimeoutInSeconds: context.value(variant.modelDataDownloadTimeout, [
        ...path,
        'modelDataDownloadTimeout',
      ]),
      ContainerStartupHealthCheckTimeoutInSeconds: context.value(variant.containerStartupTimeout, [
        ...path,
        'containerStartupTimeout',
      ]),
      RoutingConfig: variant.routing && { RoutingStrategy: context.text(variant.routing, [...path, 'routing']) },
    }) ?? null
  );
}

function machineMembers(
  { serverless, ...variant }: EndpointVariant,
  path: Path,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  if (serverless !== undefined) {
    const at = [...path, 'serverless'];
    return {
      ServerlessConfig: placed(at, {
        MemorySizeInMB: context.value(serverless.memorySizeInMB, [...at, 'memorySizeInMB']),
        MaxConcurrency: context.value(serverless.maxConcurrency, [...at, 'maxConcurrency']),
        ProvisionedConcurrency: context.value(serverless.provisionedConcurrency, [...at, 'provisionedConcurrency']),
      }),
    };
  }
  return {
    InstanceType: context.text(variant.instanceType, [...path, 'instanceType']),
    InitialInstanceCount: context.value(variant.instanceCount, [...path, 'instanceCount']) ?? 1,
    VolumeSizeInGB: context.value(variant.volumeSizeInGB, [...path, 'volumeSizeInGB']),
    ManagedInstanceScaling: lowerScaling(variant, path, context),
  };
}

function lowerScaling({ managedScaling }: EndpointVariant, path: Path, context: LoweringContext): Draft | undefined {
  if (managedScaling === undefined) return undefined;
  const at = [...path, 'managedScaling'];
  return placed(at, {
    Status: 'ENABLED',
    MinInstanceCount: context.value(managedScaling.minInstanceCount, [...at, 'minInstanceCount']),
    MaxInstanceCount: context.value(managedScaling.maxInstanceCount, [...at, 'maxInstanceCount']),
  });
}

function lowerAsync(place: PlaceOf<'EndpointConfig'>, context: LoweringContext): Draft | undefined {
  const { step, path } = place;
  const { asyncInference } = step.body;
  if (asyncInference === undefined) return undefined;
  const at = [...path, step.bodyKey, 'asyncInference'];
  const { maxConcurrentInvocationsPerInstance: most, successTopicArn, errorTopicArn } = asyncInference;
  const topics = successTopicArn ?? errorTopicArn;
  return placed(at, {
    ClientConfig: most && {
      MaxConcurrentInvocationsPerInstance: context.value(most, [...at, 'maxConcurrentInvocationsPerInstance']),
    },
    OutputConfig: {
      S3OutputPath:
        context.text(asyncInference.outputPath, [...at, 'outputPath']) ?? runOutputUri(context, step.name, 'responses'),
      S3FailurePath: context.text(asyncInference.failurePath, [...at, 'failurePath']),
      KmsKeyId: kmsKey(context, place),
      NotificationConfig: topics && {
        SuccessTopic: context.text(successTopicArn, [...at, 'successTopicArn']),
        ErrorTopic: context.text(errorTopicArn, [...at, 'errorTopicArn']),
      },
    },
  });
}

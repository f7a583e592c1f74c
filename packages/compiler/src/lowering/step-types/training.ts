import type { TrainingBody } from '@millrace/schema';
import { modelOutputUri } from '../artifact-uris.js';
import { type Draft, placed } from '../draft.js';
import { jobRole, kmsKey } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import { networkMembers } from '../network-members.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';
import { trainingScript } from '../training-script.js';

type Channel = TrainingBody['inputChannels'][number];

/** The defaults of MDAA and of the SageMaker SDK: 30 GB and one day. */
const DEFAULT_VOLUME_GB = 30;
const DEFAULT_RUNTIME_SECONDS = 86_400;

/** Lowers a Training step to the members of CreateTrainingJob. */
export function lowerTraining(place: PlaceOf<'Training'>, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      AlgorithmSpecification: {
        TrainingImage: context.text(body.imageUri, [...at, 'imageUri']),
        TrainingInputMode: 'File',
        MetricDefinitions: lowerMetrics(place),
      },
      RoleArn: jobRole(context, place),
      InputDataConfig: body.inputChannels.map((channel, index) =>
        lowerChannel(channel, [...at, 'inputChannels', index], context),
      ),
      OutputDataConfig: {
        S3OutputPath: context.text(body.outputPath, [...at, 'outputPath']) ?? modelOutputUri(context),
        KmsKeyId: kmsKey(context, place),
      },
      ResourceConfig: lowerResources(place, context),
      StoppingCondition: {
        MaxRuntimeInSeconds: context.value(body.maxRuntime, [...at, 'maxRuntime']) ?? DEFAULT_RUNTIME_SECONDS,
      },
      HyperParameters: lowerHyperparameters(place, context),
      Environment: context.textMap(step.environment, [...path, 'environment']),
      ...networkMembers(context, place, body.enableNetworkIsolation),
    },
  };
}

function lowerResources(place: PlaceOf<'Training'>, context: LoweringContext): Draft {
  const { body, bodyKey } = place.step;
  const at = [...place.path, bodyKey];
  return {
    InstanceType: context.text(body.instanceType, [...at, 'instanceType']),
    InstanceCount: context.value(body.instanceCount, [...at, 'instanceCount']) ?? 1,
    VolumeSizeInGB: context.value(body.volumeSizeInGB, [...at, 'volumeSizeInGB']) ?? DEFAULT_VOLUME_GB,
    VolumeKmsKeyId: kmsKey(context, place),
  };
}

function lowerChannel(channel: Channel, path: readonly (string | number)[], context: LoweringContext): Draft {
  const key = channel.s3Uri !== undefined ? 's3Uri' : channel.stepOutput !== undefined ? 'stepOutput' : 'parameter';
  return (
    placed(path, {
      ChannelName: channel.channelName,
      ContentType: context.text(channel.contentType, [...path, 'contentType']),
      InputMode: context.text(channel.inputMode, [...path, 'inputMode']),
      DataSource: {
        S3DataSource: {
          S3Uri: context.text(channel[key], [...path, key]),
          S3DataType: 'S3Prefix',
          S3DataDistributionType: 'FullyReplicated',
        },
      },
    }) ?? null
  );
}

function lowerMetrics({ step, path }: PlaceOf<'Training'>): Draft | undefined {
  const metrics = step.body.metrics ?? [];
  if (metrics.length === 0) return undefined;
  const at = [...path, step.bodyKey, 'metrics'];
  return metrics.map(({ name, regex }, index) => placed([...at, index], { Name: name, Regex: regex }) ?? null);
}

function lowerHyperparameters(place: PlaceOf<'Training'>, context: LoweringContext): Draft | undefined {
  const { body, bodyKey } = place.step;
  const path = [...place.path, bodyKey, 'hyperparameters'];
  const own = Object.entries(body.hyperparameters ?? {}).map(
    ([key, value]) => [key, context.text(value, [...path, key])] as const,
  );
  const all = [...own, ...Object.entries(trainingScript(place, context))];
  return all.length === 0 ? undefined : placed(path, Object.fromEntries(all));
}

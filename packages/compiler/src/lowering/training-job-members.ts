import { DEFAULT_RUNTIME_SECONDS, type InstanceGroup, type Path, type TrainingJobFields } from '@millrace/schema';
import { modelOutputUri } from './artifact-uris.js';
import { containerImage } from './container-image.js';
import { type Draft, placed } from './draft.js';
import { jobRole, kmsKey, volumeKey } from './encryption-and-role.js';
import { localFilesUri } from './local-files-uri.js';
import type { LoweringContext } from './lowering-context.js';
import { networkMembers } from './network-members.js';
import { longestWait, spotMembers } from './spot-members.js';
import type { TrainingJob } from './training-job.js';
import { trainingScript } from './training-script.js';

type Channel = TrainingJobFields['inputChannels'][number];

/** The default of MDAA and of the SageMaker SDK. */
const DEFAULT_VOLUME_GB = 30;

/** The members that CreateTrainingJob and the definitions of CreateHyperParameterTuningJob share. */
export function trainingJobMembers(
  job: TrainingJob,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  const { fields, at, place } = job;
  const network = networkMembers(context, place);
  return {
    AlgorithmSpecification: {
      TrainingImage: containerImage(
        {
          body: fields,
          path: at,
          purpose: 'training',
          instanceType: fields.instanceType ?? fields.instanceGroups?.[0]?.instanceType,
        },
        context,
      ),
      TrainingInputMode: 'File',
      MetricDefinitions: lowerMetrics(job),
    },
    RoleArn: jobRole(context, place),
    InputDataConfig: fields.inputChannels.map((channel, index) =>
      lowerChannel(channel, [...at, 'inputChannels', index], context),
    ),
    OutputDataConfig: {
      S3OutputPath: context.text(fields.outputPath, [...at, 'outputPath']) ?? modelOutputUri(context),
      KmsKeyId: kmsKey(context, place),
    },
    ResourceConfig: lowerResources(job, context),
    StoppingCondition: {
      MaxRuntimeInSeconds: context.value(fields.maxRuntime, [...at, 'maxRuntime']) ?? DEFAULT_RUNTIME_SECONDS,
      MaxWaitTimeInSeconds: longestWait(job, context),
    },
    ...spotMembers(job, context),
    Environment: context.textMap(place.step.environment, [...place.path, 'environment']),
    ...network,
    EnableNetworkIsolation:
      context.value(fields.enableNetworkIsolation, [...at, 'enableNetworkIsolation']) ?? network.EnableNetworkIsolation,
  };
}

/** The hyperparameters that stay the same, with those that name a local script. */
export function fixedHyperparameters(job: TrainingJob, context: LoweringContext): Draft | undefined {
  const { values, at } = job.hyperparameters;
  const own = Object.entries(values ?? {}).map(([key, value]) => [key, context.text(value, [...at, key])] as const);
  const all = [...own, ...Object.entries(trainingScript(job, context))];
  return all.length === 0 ? undefined : placed(at, Object.fromEntries(all));
}

function lowerResources({ fields, at, place }: TrainingJob, context: LoweringContext): Draft {
  const groups = fields.instanceGroups;
  return {
    InstanceType: context.text(fields.instanceType, [...at, 'instanceType']),
    InstanceCount:
      groups === undefined ? (context.value(fields.instanceCount, [...at, 'instanceCount']) ?? 1) : undefined,
    InstanceGroups: groups?.map((group, index) => lowerGroup(group, [...at, 'instanceGroups', index], context)),
    KeepAlivePeriodInSeconds: context.value(fields.keepAlive, [...at, 'keepAlive']),
    VolumeSizeInGB: context.value(fields.volumeSizeInGB, [...at, 'volumeSizeInGB']) ?? DEFAULT_VOLUME_GB,
    VolumeKmsKeyId: volumeKey(context, place, [
      fields.instanceType,
      ...(groups ?? []).map((each) => each.instanceType),
    ]),
  };
}

function lowerGroup(group: InstanceGroup, path: Path, context: LoweringContext): Draft {
  return (
    placed(path, {
      InstanceGroupName: group.name,
      InstanceType: context.text(group.instanceType, [...path, 'instanceType']),
      InstanceCount: context.value(group.instanceCount, [...path, 'instanceCount']) ?? 1,
    }) ?? null
  );
}

function lowerChannel(channel: Channel, path: readonly (string | number)[], context: LoweringContext): Draft {
  return (
    placed(path, {
      ChannelName: channel.channelName,
      ContentType: context.text(channel.contentType, [...path, 'contentType']),
      InputMode: context.text(channel.inputMode, [...path, 'inputMode']),
      DataSource: {
        S3DataSource: {
          S3Uri: channelUri(channel, path, context),
          S3DataType: 'S3Prefix',
          S3DataDistributionType: 'FullyReplicated',
          InstanceGroupNames: channel.instanceGroups?.map(
            (name, index) => placed([...path, 'instanceGroups', index], name) ?? null,
          ),
        },
      },
    }) ?? null
  );
}

function channelUri(channel: Channel, path: readonly (string | number)[], context: LoweringContext): Draft | undefined {
  if (channel.files !== undefined) return localFilesUri(channel.files, [...path, 'files'], context);
  const key = channel.s3Uri !== undefined ? 's3Uri' : channel.stepOutput !== undefined ? 'stepOutput' : 'parameter';
  return context.text(channel[key], [...path, key]);
}

function lowerMetrics({ fields, at }: TrainingJob): Draft | undefined {
  const metrics = fields.metrics ?? [];
  if (metrics.length === 0) return undefined;
  return metrics.map(
    ({ name, regex }, index) => placed([...at, 'metrics', index], { Name: name, Regex: regex }) ?? null,
  );
}

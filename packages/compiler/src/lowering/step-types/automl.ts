import type { AutoMLBody, Path } from '@millrace/schema';
import { modelOutputUri } from '../artifact-uris.js';
import { type Draft, placed } from '../draft.js';
import { jobRole, kmsKey } from '../encryption-and-role.js';
import { floatValue } from '../float-value.js';
import type { LoweringContext } from '../lowering-context.js';
import { networkMembers } from '../network-members.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

type Place = PlaceOf<'AutoML'>;

/** Lowers an AutoML step to the members of CreateAutoMLJob (version 1, which Pipelines take). */
export function lowerAutoML(place: Place, context: LoweringContext): LoweredStep {
  const { body, bodyKey } = place.step;
  const at = [...place.path, bodyKey];
  const metric = context.text(body.metric, [...at, 'metric']);
  return {
    arguments: {
      InputDataConfig: body.inputs.map((_, index) => lowerInput(body, [...at, 'inputs', index], context)),
      OutputDataConfig: {
        S3OutputPath: context.text(body.outputPath, [...at, 'outputPath']) ?? modelOutputUri(context),
        KmsKeyId: kmsKey(context, place),
      },
      ProblemType: context.text(body.problemType, [...at, 'problemType']),
      AutoMLJobObjective: metric && { MetricName: metric },
      AutoMLJobConfig: lowerConfig(place, at, context),
      RoleArn: jobRole(context, place),
    },
  };
}

function lowerInput(body: AutoMLBody, path: Path, context: LoweringContext): Draft {
  const input = body.inputs[Number(path.at(-1))];
  const key = input?.s3Uri !== undefined ? 's3Uri' : input?.stepOutput !== undefined ? 'stepOutput' : 'parameter';
  const at = path.slice(0, -2);
  return (
    placed(path, {
      ChannelType: context.text(input?.channelType, [...path, 'channelType']) ?? 'training',
      ContentType: context.text(input?.contentType, [...path, 'contentType']),
      CompressionType: context.text(input?.compressionType, [...path, 'compressionType']),
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: context.text(input?.[key], [...path, key]) } },
      TargetAttributeName: context.text(body.target, [...at, 'target']),
      SampleWeightAttributeName: context.text(body.sampleWeightColumn, [...at, 'sampleWeightColumn']),
    }) ?? null
  );
}

function lowerConfig(place: Place, at: Path, context: LoweringContext): Draft {
  const { body } = place.step;
  const { EnableInterContainerTrafficEncryption, VpcConfig } = networkMembers(context, place);
  const volumeKey = kmsKey(context, place);
  const isSecured = [volumeKey, EnableInterContainerTrafficEncryption, VpcConfig].some((each) => each !== undefined);
  const fraction = floatValue(body.validationFraction, [...at, 'validationFraction'], context);
  return {
    // Pipelines take no other mode (rule R88).
    Mode: 'ENSEMBLING',
    CompletionCriteria: lowerLimits(body, [...at, 'limits'], context),
    SecurityConfig: isSecured
      ? { VolumeKmsKeyId: volumeKey, EnableInterContainerTrafficEncryption, VpcConfig }
      : undefined,
    CandidateGenerationConfig: lowerGeneration(body, at, context),
    DataSplitConfig: fraction && { ValidationFraction: fraction },
  };
}

function lowerLimits({ limits }: AutoMLBody, at: Path, context: LoweringContext): Draft | undefined {
  if (limits === undefined) return undefined;
  const { maxCandidates, maxRuntime, maxRuntimePerTrainingJob } = limits;
  return placed(at, {
    MaxCandidates: context.value(maxCandidates, [...at, 'maxCandidates']),
    MaxAutoMLJobRuntimeInSeconds: context.value(maxRuntime, [...at, 'maxRuntime']),
    MaxRuntimePerTrainingJobInSeconds: context.value(maxRuntimePerTrainingJob, [...at, 'maxRuntimePerTrainingJob']),
  });
}

function lowerGeneration(body: AutoMLBody, at: Path, context: LoweringContext): Draft | undefined {
  const { algorithms, featureSpecificationUri } = body;
  if (algorithms === undefined && featureSpecificationUri === undefined) return undefined;
  return {
    FeatureSpecificationS3Uri: context.text(featureSpecificationUri, [...at, 'featureSpecificationUri']),
    AlgorithmsConfig: algorithms && [{ AutoMLAlgorithms: context.texts(algorithms, [...at, 'algorithms']) }],
  };
}

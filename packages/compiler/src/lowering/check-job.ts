import type { FrameworkSetting, SpecValue } from '@millrace/schema';
import { reportUri } from './artifact-uris.js';
import { containerImage } from './container-image.js';
import { type Draft, placed } from './draft.js';
import { jobRole, kmsKey, volumeKey } from './encryption-and-role.js';
import type { LoweringContext } from './lowering-context.js';
import { hasNetwork, networkMembers } from './network-members.js';
import { processingInput } from './processing-input.js';
import type { LoweredStep, PlaceOf } from './step-place.js';

/** A step of either kind of check. */
export type CheckPlace = PlaceOf<'QualityCheck'> | PlaceOf<'ClarifyCheck'>;

/** What the two kinds of checks do differently. */
export interface CheckJob {
  /** AWS's image for the analysis. */
  readonly framework: FrameworkSetting;
  readonly inputs: readonly Draft[];
  /** The name of the output that holds report and baselines. */
  readonly output: string;
  readonly uploadMode?: 'EndOfJob' | 'Continuous';
  readonly environment?: Readonly<Record<string, Draft | undefined>>;
  /** Members beside `Arguments` that only this kind has. */
  readonly siblings: Readonly<Record<string, Draft | undefined>>;
}

/** The machine of the SageMaker SDK (`CheckJobConfig`). */
const DEFAULT_INSTANCE = 'ml.m5.xlarge';
const DEFAULT_VOLUME_GB = 30;

/** Where the analysis images write, whatever the check (SageMaker SDK, `clarify.py`, `model_monitoring.py`). */
const OUTPUT_FOLDER = '/opt/ml/processing/output';

/** Lowers a check to the members of CreateProcessingJob, and the settings of baselines beside them. */
export function lowerCheck(place: CheckPlace, job: CheckJob, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const at = [...path, step.bodyKey];
  const network = networkMembers(context, place, step.body.enableNetworkIsolation);
  return {
    arguments: {
      ProcessingResources: { ClusterConfig: lowerCluster(place, context) },
      AppSpecification: { ImageUri: analysisImage(place, job, context) },
      RoleArn: jobRole(context, place),
      ProcessingInputs: job.inputs,
      ProcessingOutputConfig: { Outputs: [lowerOutput(place, job, context)], KmsKeyId: kmsKey(context, place) },
      StoppingCondition: step.body.maxRuntime && {
        MaxRuntimeInSeconds: context.value(step.body.maxRuntime, [...at, 'maxRuntime']),
      },
      Environment: lowerEnvironment(place, job, context),
      NetworkConfig: hasNetwork(network) ? { ...network } : undefined,
    },
    siblings: { ...checkSiblings(place, context), ...job.siblings },
  };
}

function analysisImage(
  { step, path }: CheckPlace,
  { framework }: CheckJob,
  context: LoweringContext,
): Draft | undefined {
  const { imageUri, instanceType } = step.body;
  const at = [...path, step.bodyKey];
  const body = imageUri === undefined ? { framework } : { imageUri };
  return containerImage({ body, path: at, frameworkPath: at, purpose: 'processing', instanceType }, context);
}

/** An input of data, from the one source that the author gives. */
export function datasetInput(name: string, place: CheckPlace, context: LoweringContext): Draft {
  const { step } = place;
  const [key, source] =
    step.type === 'QualityCheck'
      ? (['baselineDataset', step.body.baselineDataset] as const)
      : (['dataset', step.body.dataset] as const);
  const path = [...place.path, step.bodyKey, key];
  const kind = source.s3Uri !== undefined ? 's3Uri' : source.stepOutput !== undefined ? 'stepOutput' : 'parameter';
  const folder = step.type === 'QualityCheck' ? name : 'data';
  const uri = context.text(source[kind], [...path, kind]);
  return placed(path, processingInput(name, uri, `/opt/ml/processing/input/${folder}`)) ?? null;
}

function lowerCluster(place: CheckPlace, context: LoweringContext): Draft {
  const { body, bodyKey } = place.step;
  const at = [...place.path, bodyKey];
  return {
    InstanceType: context.text(body.instanceType, [...at, 'instanceType']) ?? DEFAULT_INSTANCE,
    InstanceCount: context.value(body.instanceCount, [...at, 'instanceCount']) ?? 1,
    VolumeSizeInGB: context.value(body.volumeSizeInGB, [...at, 'volumeSizeInGB']) ?? DEFAULT_VOLUME_GB,
    VolumeKmsKeyId: volumeKey(context, place, [body.instanceType]),
  };
}

function lowerOutput({ step, path }: CheckPlace, job: CheckJob, context: LoweringContext): Draft {
  const at = [...path, step.bodyKey, 'outputPath'];
  return {
    OutputName: job.output,
    AppManaged: false,
    S3Output: {
      S3Uri: context.text(step.body.outputPath, at) ?? reportUri(context, step.name),
      LocalPath: OUTPUT_FOLDER,
      S3UploadMode: job.uploadMode ?? 'EndOfJob',
    },
  };
}

// What the check itself sets comes last: the image would not find its data otherwise.
function lowerEnvironment(
  { step, path }: CheckPlace,
  { environment }: CheckJob,
  context: LoweringContext,
): Draft | undefined {
  const own = Object.entries(step.environment ?? {}).map(
    ([key, value]) => [key, context.text(value, [...path, 'environment', key])] as const,
  );
  const all = { ...Object.fromEntries(own), ...environment };
  return Object.keys(all).length === 0 ? undefined : all;
}

function checkSiblings(
  { step, path }: CheckPlace,
  context: LoweringContext,
): Readonly<Record<string, Draft | undefined>> {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  const flag = (key: 'skipCheck' | 'failOnViolation' | 'registerNewBaseline', usual: boolean) =>
    context.value(body[key], [...at, key]) ?? usual;
  return {
    CheckType: placed([...at, 'checkType'], body.checkType),
    ModelPackageGroupName: groupOf(body.modelPackageGroupName, [...at, 'modelPackageGroupName'], context),
    SkipCheck: flag('skipCheck', false),
    FailOnViolation: flag('failOnViolation', true),
    RegisterNewBaseline: flag('registerNewBaseline', false),
    SuppliedBaselineConstraints: context.text(body.suppliedBaselineConstraints, [...at, 'suppliedBaselineConstraints']),
  };
}

function groupOf(
  own: SpecValue | undefined,
  path: readonly (string | number)[],
  context: LoweringContext,
): Draft | undefined {
  return context.text(own, path) ?? context.text(context.spec.modelPackageGroupName, ['modelPackageGroupName']);
}

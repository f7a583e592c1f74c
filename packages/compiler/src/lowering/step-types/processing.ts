import type { ProcessingBody } from '@millrace/schema';
import { runOutputUri } from '../artifact-uris.js';
import { codeDiagnostics } from '../code-diagnostics.js';
import { containerImage } from '../container-image.js';
import { type Draft, placed } from '../draft.js';
import { jobRole, kmsKey, volumeKey } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import { hasNetwork, networkMembers } from '../network-members.js';
import { processingInput } from '../processing-input.js';
import { CODE_INPUT, lowerProcessingScript } from '../processing-script.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

type Input = NonNullable<ProcessingBody['inputs']>[number];
type Output = NonNullable<ProcessingBody['outputs']>[number];

/** Lowers a Processing step to the members of CreateProcessingJob. */
export function lowerProcessing(place: PlaceOf<'Processing'>, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  const script = lowerProcessingScript(place, context);
  const network = networkMembers(context, place, body.enableNetworkIsolation);
  return {
    arguments: {
      ProcessingResources: { ClusterConfig: lowerCluster(place, context) },
      AppSpecification: {
        ImageUri: containerImage({ body, path: at, purpose: 'processing', instanceType: body.instanceType }, context),
        ContainerEntrypoint: script?.entrypoint ?? context.texts(body.entrypoint, [...at, 'entrypoint']),
        ContainerArguments:
          body.arguments?.length === 0 ? undefined : context.texts(body.arguments, [...at, 'arguments']),
      },
      RoleArn: jobRole(context, place),
      ProcessingInputs: lowerInputs(place, script?.input, context),
      ProcessingOutputConfig: lowerOutputs(place, context),
      StoppingCondition: body.maxRuntime && {
        MaxRuntimeInSeconds: context.value(body.maxRuntime, [...at, 'maxRuntime']),
      },
      Environment: context.textMap(step.environment, [...path, 'environment']),
      NetworkConfig: hasNetwork(network) ? { ...network } : undefined,
    },
    siblings: { PropertyFiles: lowerPropertyFiles(place) },
  };
}

function lowerCluster(place: PlaceOf<'Processing'>, context: LoweringContext): Draft {
  const { body, bodyKey } = place.step;
  const at = [...place.path, bodyKey];
  return {
    InstanceType: context.text(body.instanceType, [...at, 'instanceType']),
    InstanceCount: context.value(body.instanceCount, [...at, 'instanceCount']) ?? 1,
    VolumeSizeInGB: context.value(body.volumeSizeInGB, [...at, 'volumeSizeInGB']) ?? DEFAULT_VOLUME_GB,
    VolumeKmsKeyId: volumeKey(context, place, [body.instanceType]),
  };
}

/** The default of MDAA and of the SageMaker SDK. */
const DEFAULT_VOLUME_GB = 30;

function lowerInputs(
  { step, path }: PlaceOf<'Processing'>,
  code: Draft | undefined,
  context: LoweringContext,
): Draft | undefined {
  const at = [...path, step.bodyKey, 'inputs'];
  const inputs = (step.body.inputs ?? []).map((input, index) => lowerInput(input, [...at, index], context));
  const taken =
    code === undefined ? -1 : (step.body.inputs ?? []).findIndex(({ inputName }) => inputName === CODE_INPUT);
  if (taken !== -1) {
    const place = { path: [...at, taken, 'inputName'] };
    context.diagnostics.push(codeDiagnostics['reserved-input-name']({ name: CODE_INPUT }, place));
  }
  const all = code === undefined ? inputs : [code, ...inputs];
  return all.length === 0 ? undefined : all;
}

function lowerInput(input: Input, path: readonly (string | number)[], context: LoweringContext): Draft {
  const key = input.s3Uri !== undefined ? 's3Uri' : input.stepOutput !== undefined ? 'stepOutput' : 'parameter';
  const uri = context.text(input[key], [...path, key]);
  const localPath =
    context.text(input.localPath, [...path, 'localPath']) ?? `/opt/ml/processing/input/${input.inputName}`;
  return placed(path, processingInput(input.inputName, uri, localPath)) ?? null;
}

function lowerOutputs(place: PlaceOf<'Processing'>, context: LoweringContext): Draft | undefined {
  const { step, path } = place;
  const { outputs } = step.body;
  if (outputs === undefined || outputs.length === 0) return undefined;
  const at = [...path, step.bodyKey, 'outputs'];
  return {
    Outputs: outputs.map((output, index) => lowerOutput(output, { path: [...at, index], step: step.name }, context)),
    KmsKeyId: kmsKey(context, place),
  };
}

function lowerOutput(
  output: Output,
  { path, step }: { path: readonly (string | number)[]; step: string },
  context: LoweringContext,
): Draft {
  return (
    placed(path, {
      OutputName: output.outputName,
      AppManaged: false,
      S3Output: {
        S3Uri: context.text(output.s3Uri, [...path, 's3Uri']) ?? runOutputUri(context, step, output.outputName),
        LocalPath: context.text(output.localPath, [...path, 'localPath']) ?? `/opt/ml/processing/${output.outputName}`,
        S3UploadMode: context.text(output.uploadMode, [...path, 'uploadMode']) ?? 'EndOfJob',
      },
    }) ?? null
  );
}

function lowerPropertyFiles({ step, path }: PlaceOf<'Processing'>): Draft | undefined {
  const files = step.body.propertyFiles ?? [];
  if (files.length === 0) return undefined;
  const at = [...path, step.bodyKey, 'propertyFiles'];
  return files.map(
    ({ propertyFileName, outputName, filePath }, index) =>
      placed([...at, index], { PropertyFileName: propertyFileName, OutputName: outputName, FilePath: filePath }) ??
      null,
  );
}

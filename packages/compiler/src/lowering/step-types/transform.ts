import { runOutputUri } from '../artifact-uris.js';
import type { Draft } from '../draft.js';
import { kmsKey, volumeKey } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a Transform step to the members of CreateTransformJob; network and role are those of its model. */
export function lowerTransform(place: PlaceOf<'Transform'>, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      ModelName:
        context.text(body.modelNameStep, [...at, 'modelNameStep']) ??
        context.text(body.modelName, [...at, 'modelName']),
      TransformInput: lowerInput(place, context),
      TransformOutput: {
        S3OutputPath:
          context.text(body.outputPath, [...at, 'outputPath']) ?? runOutputUri(context, step.name, 'transform'),
        AssembleWith: context.text(body.assembleWith, [...at, 'assembleWith']),
        KmsKeyId: kmsKey(context, place),
      },
      TransformResources: {
        InstanceType: context.text(body.instanceType, [...at, 'instanceType']),
        InstanceCount: context.value(body.instanceCount, [...at, 'instanceCount']) ?? 1,
        VolumeKmsKeyId: volumeKey(context, place, [body.instanceType]),
      },
      MaxConcurrentTransforms: context.value(body.maxConcurrentTransforms, [...at, 'maxConcurrentTransforms']),
      MaxPayloadInMB: context.value(body.maxPayloadInMB, [...at, 'maxPayloadInMB']),
      BatchStrategy: context.text(body.strategy, [...at, 'strategy']),
      Environment: context.textMap(step.environment, [...path, 'environment']),
    },
  };
}

function lowerInput({ step, path }: PlaceOf<'Transform'>, context: LoweringContext): Draft {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  const uri =
    context.text(body.inputDataStepOutput, [...at, 'inputDataStepOutput']) ??
    context.text(body.inputDataUri, [...at, 'inputDataUri']);
  return {
    DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: uri } },
    ContentType: context.text(body.contentType, [...at, 'contentType']),
    SplitType: context.text(body.splitType, [...at, 'splitType']),
  };
}

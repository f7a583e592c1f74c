import type { Draft } from '../draft.js';
import { jobRole, kmsKey } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** Lowers a BedrockCustomModel step to the members of CreateCustomModel, in the case that SageMaker wants. */
export function lowerBedrockCustomModel(place: PlaceOf<'BedrockCustomModel'>, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      ModelName: context.text(body.modelName, [...at, 'modelName']),
      ...modelSource(place, context),
      ModelKmsKeyArn: kmsKey(context, place),
      RoleArn: jobRole(context, place),
    },
  };
}

function modelSource(
  { step, path }: PlaceOf<'BedrockCustomModel'>,
  context: LoweringContext,
): Readonly<Record<string, Draft>> {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  if (body.modelData !== undefined)
    return { ModelSourceConfig: { S3DataSource: { S3Uri: context.text(body.modelData, [...at, 'modelData']) } } };
  const ModelPackageArn =
    context.text(body.modelPackageStep, [...at, 'modelPackageStep']) ??
    context.text(body.modelPackageArn, [...at, 'modelPackageArn']);
  return { CustomModelDataSource: { ModelPackageArnDataSource: { ModelPackageArn } } };
}

import { registerModelDiagnostics } from '@millrace/schema';
import type { Draft } from '../draft.js';
import type { LoweringContext } from '../lowering-context.js';
import { modelDataUri } from '../model-data.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** The default of MDAA. */
const DEFAULT_TYPES = ['text/csv'];

/** Lowers a RegisterModel step to the members of CreateModelPackage. */
export function lowerRegisterModel(place: PlaceOf<'RegisterModel'>, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      ModelPackageGroupName: lowerGroup(place, context),
      ModelPackageDescription: context.text(body.description, [...at, 'description']),
      ModelApprovalStatus: context.text(body.approvalStatus, [...at, 'approvalStatus']) ?? 'PendingManualApproval',
      InferenceSpecification: {
        Containers: [lowerContainer(place, context)],
        SupportedContentTypes: context.texts(body.contentTypes, [...at, 'contentTypes']) ?? DEFAULT_TYPES,
        SupportedResponseMIMETypes: context.texts(body.responseTypes, [...at, 'responseTypes']) ?? DEFAULT_TYPES,
        SupportedRealtimeInferenceInstanceTypes: context.texts(body.inferenceInstanceTypes, [
          ...at,
          'inferenceInstanceTypes',
        ]),
        SupportedTransformInstanceTypes: context.texts(body.transformInstanceTypes, [...at, 'transformInstanceTypes']),
      },
      CustomerMetadataProperties: context.textMap(body.customerMetadata, [...at, 'customerMetadata']),
    },
  };
}

function lowerGroup({ step, path }: PlaceOf<'RegisterModel'>, context: LoweringContext): Draft | undefined {
  const own = step.body.modelPackageGroupName;
  if (own !== undefined) return context.text(own, [...path, step.bodyKey, 'modelPackageGroupName']);
  const { modelPackageGroupName } = context.spec;
  if (modelPackageGroupName !== undefined) return context.text(modelPackageGroupName, ['modelPackageGroupName']);
  context.diagnostics.push(
    registerModelDiagnostics['registration-without-group'](undefined, { path: [...path, step.bodyKey] }),
  );
  return undefined;
}

function lowerContainer({ step, path }: PlaceOf<'RegisterModel'>, context: LoweringContext): Draft {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  return {
    Image: context.text(body.imageUri, [...at, 'imageUri']) ?? trainingImage(step, context, at),
    ModelDataUrl: modelDataUri(body, at, context),
    Environment: context.textMap(step.environment, [...path, 'environment']),
  };
}

/** The framework images of SageMaker serve what they have trained, so the training image is the default. */
function trainingImage(
  { body }: PlaceOf<'RegisterModel'>['step'],
  context: LoweringContext,
  at: readonly (string | number)[],
) {
  const form = body.modelDataStep?.form;
  const training = form?.kind === 'output' ? context.step(form.step) : undefined;
  if (training === undefined || !('imageUri' in training.step.body)) {
    context.diagnostics.push(registerModelDiagnostics['registration-without-image'](undefined, { path: at }));
    return undefined;
  }
  return context.text(training.step.body.imageUri, [
    'pipeline',
    'steps',
    training.index,
    training.step.bodyKey,
    'imageUri',
  ]);
}

import { registerModelDiagnostics, type SpecStep } from '@millrace/schema';
import { stepPath } from '../../link/link-spec.js';
import { type ContainerImage, containerImage } from '../container-image.js';
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

function lowerContainer(place: PlaceOf<'RegisterModel'>, context: LoweringContext): Draft {
  const { step, path } = place;
  const at = [...path, step.bodyKey];
  return {
    Image: inferenceImage(place, context),
    ModelDataUrl: modelDataUri(step.body, at, context),
    Environment: context.textMap(step.environment, [...path, 'environment']),
  };
}

/**
 * The image that serves the model: the registration's own; otherwise that of the training step, because the images of
 * built-in algorithms and most images of authors serve what they train; AWS's frameworks have one for inference.
 */
function inferenceImage({ step, path }: PlaceOf<'RegisterModel'>, context: LoweringContext): Draft | undefined {
  const { body, bodyKey } = step;
  const at = [...path, bodyKey];
  const { inferenceInstanceTypes: [realtime] = [], transformInstanceTypes: [batch] = [] } = body;
  const serving = { purpose: 'inference', instanceType: realtime ?? batch } as const;
  if (body.imageUri !== undefined || body.framework !== undefined)
    return containerImage({ body, path: at, ...serving }, context);
  const form = body.modelDataStep?.form;
  const training = form?.kind === 'output' ? context.specStep(form.step) : undefined;
  const trained = training === undefined ? {} : imageOf(training.step);
  if (trained.imageUri !== undefined && training !== undefined)
    return context.text(trained.imageUri, [...stepPath(training.index), training.step.bodyKey, 'imageUri']);
  if (trained.framework === undefined) {
    context.diagnostics.push(registerModelDiagnostics['registration-without-image'](undefined, { path: at }));
    return undefined;
  }
  // Where training ran says nothing of where the model will.
  const framework = { ...trained.framework, accelerator: undefined };
  return containerImage({ body: { framework }, path: at, frameworkPath: at, ...serving }, context);
}

function imageOf({ body }: SpecStep): ContainerImage['body'] {
  return 'imageUri' in body || 'framework' in body ? body : {};
}

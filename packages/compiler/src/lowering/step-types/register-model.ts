import {
  DRIFT_BASELINES,
  MODEL_METRICS,
  type Path,
  type RegisterModelBody,
  registerModelDiagnostics,
  type SpecStep,
} from '@millrace/schema';
import { stepPath } from '../../link/link-spec.js';
import { type ContainerImage, containerImage } from '../container-image.js';
import { lowerContainerList } from '../container-list.js';
import { type Draft, placed } from '../draft.js';
import { lowerReports } from '../lower-reports.js';
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
        Containers: lowerContainers(place, context),
        SupportedContentTypes: context.texts(body.contentTypes, [...at, 'contentTypes']) ?? DEFAULT_TYPES,
        SupportedResponseMIMETypes: context.texts(body.responseTypes, [...at, 'responseTypes']) ?? DEFAULT_TYPES,
        SupportedRealtimeInferenceInstanceTypes: context.texts(body.inferenceInstanceTypes, [
          ...at,
          'inferenceInstanceTypes',
        ]),
        SupportedTransformInstanceTypes: context.texts(body.transformInstanceTypes, [...at, 'transformInstanceTypes']),
      },
      CustomerMetadataProperties: context.textMap(body.customerMetadata, [...at, 'customerMetadata']),
      ...lowerDetails(place, context),
    },
  };
}

/** What a package says of the model beside how it is served. */
function lowerDetails({ step, path }: PlaceOf<'RegisterModel'>, context: LoweringContext): LoweredStep['arguments'] {
  const { body } = step;
  const at = [...path, step.bodyKey];
  const text = (key: 'domain' | 'task' | 'samplePayloadUrl' | 'sourceUri') => context.text(body[key], [...at, key]);
  const baselines = { table: DRIFT_BASELINES, path: [...at, 'driftBaselines'] };
  return {
    ModelMetrics: lowerReports(body.modelMetrics, { table: MODEL_METRICS, path: [...at, 'modelMetrics'] }, context),
    DriftCheckBaselines: lowerReports(body.driftBaselines, baselines, context),
    MetadataProperties: lowerMetadata(body.metadata, [...at, 'metadata'], context),
    Domain: text('domain'),
    Task: text('task'),
    SamplePayloadUrl: text('samplePayloadUrl'),
    SourceUri: text('sourceUri'),
    SkipModelValidation: lowerSkip(body.skipModelValidation),
  };
}

function lowerMetadata(
  metadata: RegisterModelBody['metadata'],
  path: Path,
  context: LoweringContext,
): Draft | undefined {
  if (metadata === undefined) return undefined;
  return placed(path, {
    CommitId: context.text(metadata.commitId, [...path, 'commitId']),
    Repository: context.text(metadata.repository, [...path, 'repository']),
    GeneratedBy: context.text(metadata.generatedBy, [...path, 'generatedBy']),
    ProjectId: context.text(metadata.projectId, [...path, 'projectId']),
  });
}

/** AWS has two words in place of true and false. */
function lowerSkip(skip: RegisterModelBody['skipModelValidation']): Draft | undefined {
  return skip === undefined ? undefined : skip === true ? 'All' : 'None';
}

function lowerContainers(place: PlaceOf<'RegisterModel'>, context: LoweringContext): Draft {
  const { body, bodyKey } = place.step;
  if (body.containers === undefined) return [lowerContainer(place, context)];
  const { inferenceInstanceTypes: [realtime] = [], transformInstanceTypes: [batch] = [] } = body;
  const at = [...place.path, bodyKey, 'containers'];
  return lowerContainerList({ place, containers: body.containers, at, instanceType: realtime ?? batch }, context);
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

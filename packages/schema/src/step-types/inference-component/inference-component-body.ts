import type { z } from 'zod';
import { acrossKeys, type Unchecked } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { timeSpan } from '../../spec/durations.js';
import { outputOfNamedStep } from '../../spec/names.js';
import { type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { integer, numberFrom } from '../../spec/slots.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { imageUri, s3Uri } from '../../spec/text-checks.js';
import { servingName } from '../endpoint-config/endpoint-config-body.js';

const LARGEST_COUNT = 10_000;
const LARGEST_MEMORY_MB = 33_554_432;

/** The body of an InferenceComponent step (CreateInferenceComponent of the service model). */
export const inferenceComponentBody = authorObject({
  inferenceComponentName: servingName('the name of the inference component').describe(
    'Name of the component. One of that name is updated; otherwise it is created.',
  ),
  endpointStep: outputOfNamedStep('endpointName').optional().describe('Endpoint step that hosts the component.'),
  endpointName: servingName('the endpoint name').optional().describe('Name of an existing endpoint.'),
  variantName: servingName('the variant name').optional().describe('Variant of the endpoint. Default: AllTraffic.'),
  modelNameStep: outputOfNamedStep('modelName').optional().describe('Model step whose model is served.'),
  modelName: servingName('the model name').optional().describe('Name of an existing model.'),
  baseInferenceComponentName: servingName('the name of the base component')
    .optional()
    .describe('Component of the base model; this one is an adapter of it.'),
  imageUri: imageUri().optional().describe('Inference image, in place of a model or beside a base component.'),
  modelData: s3Uri().optional().describe('S3 URI of the model artifact or adapter.'),
  modelDataStep: outputOfNamedStep('modelArtifacts').optional().describe('Training step whose model is served.'),
  minMemoryInMB: integer(128, LARGEST_MEMORY_MB)
    .optional()
    .describe('Memory that each copy is given, in MB, from 128 on. Required without a base component.'),
  maxMemoryInMB: integer(128, LARGEST_MEMORY_MB).optional().describe('Most memory of a copy, in MB.'),
  cpuCores: numberFrom(0.25).optional().describe('CPU cores of each copy, from 0.25 on.'),
  accelerators: numberFrom(1).optional().describe('Accelerators of each copy, from 1 on.'),
  copyCount: integer(0, LARGEST_COUNT).optional().describe('Number of copies. Default: 1.'),
  modelDataDownloadTimeout: timeSpan(60, 3600).optional().describe('Longest download of the model, 1m to 1h.'),
  containerStartupTimeout: timeSpan(60, 3600).optional().describe('Longest start of the container, 1m to 1h.'),
}).check(
  acrossKeys((body, context) => {
    chooseOne(body, { what: 'an inference component', keys: ['endpointStep', 'endpointName'] }, context);
    chooseOne(body, { what: 'an inference component', keys: ['modelData', 'modelDataStep'], optional: true }, context);
    checkWhatIsServed(body, context);
  }),
);

// An adapter takes its machine from the component of its base model.
function checkWhatIsServed(body: Unchecked, context: IssueContext): void {
  if (body['baseInferenceComponentName'] !== undefined) return;
  chooseOne(body, { what: 'an inference component', keys: ['modelNameStep', 'modelName', 'imageUri'] }, context);
  if (body['minMemoryInMB'] !== undefined) return;
  const what = 'SageMaker must know how much memory a copy needs';
  reportIssue(context, specDiagnostics['missing-key'], { parameters: { key: 'minMemoryInMB', what } });
}

/** What an author says of an InferenceComponent step. */
export type InferenceComponentBody = z.output<typeof inferenceComponentBody>;

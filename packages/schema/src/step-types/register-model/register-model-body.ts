import { z } from 'zod';
import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { acrossKeys, type Unchecked } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne, hasMisspelt } from '../../spec/choose-one.js';
import { containerList } from '../../spec/container-definition.js';
import { checkContainerImage, containerImage } from '../../spec/framework-setting.js';
import { literalOnly } from '../../spec/literal-only.js';
import { outputOfNamedStep } from '../../spec/names.js';
import { type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { choice, flag, stringified, text } from '../../spec/slots.js';
import { formedText, instanceType, s3Uri } from '../../spec/text-checks.js';
import { DRIFT_BASELINES, MODEL_METRICS, reportsSetting } from './model-reports.js';

/** Messages of the body of RegisterModel. */
export const registerModelDiagnostics = defineDiagnostics('spec', {
  'registration-without-model': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R91', 'R106'],
    message: () => 'the registration names no model: neither modelDataStep nor modelData is given',
    help: () => 'add "modelDataStep: STEP" with the Training step that makes the model, or "modelData" with its S3 URI',
    explanation:
      'A registered package without model data could never be deployed. MDAA emits an empty ModelDataUrl in this case, which SageMaker refuses.',
  },
  'registration-without-image': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R91'],
    message: () => 'the registration names no inference image, and there is no training step to take it from',
    help: () => 'add "framework" or "imageUri", or name the training step in "modelDataStep"',
    explanation:
      'A model package says which container serves the model. With modelDataStep the default is the image of that training step, or the inference image of its framework.',
  },
  'registration-without-group': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R91'],
    message: () => 'the registration names no model package group, and neither does the spec',
    help: () => 'add "modelPackageGroupName" at the top of the spec, or to this step',
    explanation: 'Pipelines register versioned packages only, and a version belongs to a model package group.',
  },
});

/** A group by name (at most 63 characters) or, across accounts, by ARN (CreateModelPackage `ModelPackageGroupName`). */
export const modelPackageGroup = () =>
  formedText({
    what: 'a model package group',
    pattern: /^(arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:[a-z-]*\/)?[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/,
    allowed: 'use at most 63 letters, digits and "-", or the ARN of a group',
    longest: 170,
  });

/** The body of a RegisterModel step. Source of names and defaults: MDAA 1.6.0, facts/mdaa-module section 1.5. */
export const registerModelBody = authorObject({
  ...containerImage,
  modelData: s3Uri().optional().describe('S3 URI of the model artifact.'),
  modelDataStep: outputOfNamedStep('modelArtifacts').optional().describe('Training step whose model is registered.'),
  modelPackageGroupName: modelPackageGroup().optional().describe('Group to register in. Default: that of the spec.'),
  approvalStatus: choice(['Approved', 'Rejected', 'PendingManualApproval'])
    .optional()
    .describe('Default: PendingManualApproval.'),
  contentTypes: z.array(text()).min(1).optional().describe('MIME types that the model takes. Default: text/csv.'),
  responseTypes: z
    .array(text())
    .min(1)
    .optional()
    .describe('MIME types that the model answers with. Default: text/csv.'),
  inferenceInstanceTypes: z.array(instanceType()).optional().describe('Instance types for real-time inference.'),
  transformInstanceTypes: z.array(instanceType()).min(1).optional().describe('Instance types for batch transform.'),
  description: text().optional().describe('Description of the model package.'),
  customerMetadata: z
    .record(z.string(), stringified())
    .optional()
    .describe('Metadata of the model package, at most 50 pairs.'),
  containers: containerList
    .optional()
    .describe('Several containers, at most 15, in place of imageUri, framework, modelData and modelDataStep.'),
  modelMetrics: reportsSetting(MODEL_METRICS)
    .optional()
    .describe('Reports on the model: modelQuality, dataQuality, bias, explainability.'),
  driftBaselines: reportsSetting(DRIFT_BASELINES)
    .optional()
    .describe('What later models are compared with: modelQuality, dataQuality, bias, explainability.'),
  metadata: authorObject({
    commitId: text().optional().describe('Commit that the model was made from.'),
    repository: text().optional().describe('Repository of the code.'),
    generatedBy: text().optional().describe('Entity that made the model.'),
    projectId: text().optional().describe('Project that the model belongs to.'),
  })
    .optional()
    .describe('Where the model comes from.'),
  domain: text().optional().describe('Machine learning domain, as COMPUTER_VISION.'),
  task: text().optional().describe('Machine learning task, as CLASSIFICATION.'),
  samplePayloadUrl: s3Uri().optional().describe('S3 URI of a sample request, for Inference Recommender.'),
  sourceUri: text().optional().describe('URI of what the model was made from.'),
  skipModelValidation: literalOnly(flag())
    .optional()
    .describe('true registers without a check of the images and artifacts.'),
}).check(
  acrossKeys((body, context) => {
    if (body['containers'] !== undefined) return checkAlone(body, context);
    checkContainerImage(body, { what: 'a registration', optional: true }, context);
    const keys = ['modelDataStep', 'modelData'];
    if (keys.some((key) => body[key] !== undefined)) chooseOne(body, { what: 'a registration', keys }, context);
    else if (!hasMisspelt(body, keys))
      reportIssue(context, registerModelDiagnostics['registration-without-model'], { parameters: undefined });
  }),
);

/** Several containers say all that the keys of a single one would say. */
function checkAlone(body: Unchecked, context: IssueContext): void {
  for (const key of ['imageUri', 'framework', 'modelData', 'modelDataStep'])
    if (body[key] !== undefined) chooseOne(body, { what: 'a registration', keys: ['containers', key] }, context);
}

/** What an author says of a RegisterModel step. */
export type RegisterModelBody = z.output<typeof registerModelBody>;

import { z } from 'zod';
import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne, hasMisspelt } from '../../spec/choose-one.js';
import { checkContainerImage, containerImage } from '../../spec/framework-setting.js';
import { outputOfNamedStep } from '../../spec/names.js';
import { reportIssue } from '../../spec/report-issue.js';
import { choice, stringified, text } from '../../spec/slots.js';
import { formedText, instanceType, s3Uri } from '../../spec/text-checks.js';

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
}).check(
  acrossKeys((body, context) => {
    checkContainerImage(body, { what: 'a registration', optional: true }, context);
    const keys = ['modelDataStep', 'modelData'];
    if (keys.some((key) => body[key] !== undefined)) chooseOne(body, { what: 'a registration', keys }, context);
    else if (!hasMisspelt(body, keys))
      reportIssue(context, registerModelDiagnostics['registration-without-model'], { parameters: undefined });
  }),
);

/** What an author says of a RegisterModel step. */
export type RegisterModelBody = z.output<typeof registerModelBody>;

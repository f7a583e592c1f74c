import { madeByPipelines, permissionsToMake } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { modelBody } from './model-body.js';

/** Makes a model that transforms and endpoints can use. */
export const model = declareStepType({
  type: 'Model',
  summary: 'Creates a SageMaker model from a registered package, or from an image and model data.',
  body: modelBody,
  request: 'CreateModel',
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { modelName: [{ member: 'ModelName' }] },
  inheritsUnless: { framework: ['imageUri', 'modelPackageArn', 'containers'] },
  facts: {
    execution: 'record',
    cache: false,
    retry: { exceptions: ['Step.SERVICE_FAULT', 'Step.THROTTLING'] },
    propertyFiles: false,
    dependable: true,
    settings: ['environment', 'network', 'roleArn', 'tags'],
    permissions: permissionsToMake({
      name: 'Models',
      made: madeByPipelines('model', 'ModelName'),
      create: 'CreateModel',
      others: ['DescribeModel'],
    }),
    passedRoles: [
      {
        members: ['ExecutionRoleArn'],
        service: 'sagemaker.amazonaws.com',
        assumedFor: ['sagemaker:model/*', 'sagemaker:transform-job/*', 'sagemaker:endpoint/*'],
        logGroup: '/aws/sagemaker/TransformJobs',
      },
    ],
    billing: 'none',
  },
  example: {
    name: 'MakeModel',
    type: 'Model',
    model: { modelPackageArn: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/1' },
  },
});

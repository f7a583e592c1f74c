import { declareStepType } from '../step-type.js';
import { registerModelBody } from './register-model-body.js';

/** Registers a model in the model registry. */
export const registerModel = declareStepType({
  type: 'RegisterModel',
  summary: 'Adds a version to a model package group of the model registry.',
  body: registerModelBody,
  request: 'CreateModelPackage',
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { modelPackageArn: [{ member: 'ModelPackageArn' }] },
  // With a training step, the image follows from that of the training.
  inheritsUnless: { framework: ['imageUri', 'modelDataStep', 'containers'] },
  facts: {
    execution: 'record',
    cache: false,
    retry: { exceptions: ['Step.SERVICE_FAULT', 'Step.THROTTLING'] },
    propertyFiles: false,
    dependable: true,
    settings: ['environment'],
    iamActions: ['sagemaker:CreateModelPackage', 'sagemaker:DescribeModelPackage', 'sagemaker:AddTags'],
    billing: 'none',
  },
  example: {
    name: 'Register',
    type: 'RegisterModel',
    register: {
      imageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/inference:1.0',
      modelData: 's3://<default_bucket>/data/model.tar.gz',
      modelPackageGroupName: 'churn',
    },
  },
});

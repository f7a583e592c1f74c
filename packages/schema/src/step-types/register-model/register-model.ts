import { permissionToTag, type StepResource } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { registerModelBody } from './register-model-body.js';

/** The versions of a group. */
const REGISTERED: readonly StepResource[] = [
  { kind: 'named', type: 'model-package', member: 'ModelPackageGroupName', below: '/*' },
];

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
    permissions: [
      {
        sid: 'RegisterModels',
        actions: ['sagemaker:CreateModelPackage'],
        on: REGISTERED,
        why: 'registers models in the groups that its steps name, with the approval that they state and no other',
        condition: {
          key: 'sagemaker:ModelApprovalStatus',
          statedBy: 'ModelApprovalStatus',
          otherwise: ['PendingManualApproval', 'Rejected'],
          guarded: 'Approved',
        },
      },
      {
        sid: 'FollowRegistrations',
        actions: ['sagemaker:DescribeModelPackage'],
        on: REGISTERED,
        why: 'follows the registrations of its steps',
      },
      permissionToTag('RegisteredModels', 'CreateModelPackage', REGISTERED),
      {
        sid: 'DescribeGroups',
        actions: ['sagemaker:DescribeModelPackageGroup'],
        on: [{ kind: 'named', type: 'model-package-group', member: 'ModelPackageGroupName' }],
        why: 'finds the groups that its steps register into; they are made with the pipeline, not by it',
      },
    ],
    passedRoles: [{ members: ['ValidationSpecification.ValidationRole'], service: 'sagemaker.amazonaws.com' }],
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

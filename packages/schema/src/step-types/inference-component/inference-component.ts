import { permissionToTag, type StepResource } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { inferenceComponentBody } from './inference-component-body.js';

const COMPONENT: readonly StepResource[] = [
  { kind: 'named', type: 'inference-component', member: 'InferenceComponentName' },
];

/** Puts one of several models on an endpoint that they share. */
export const inferenceComponent = declareStepType({
  type: 'InferenceComponent',
  summary: 'Puts a model on an endpoint that several models share, each with resources and copies of its own.',
  body: inferenceComponentBody,
  request: 'CreateInferenceComponent',
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: {
    inferenceComponentName: [{ member: 'InferenceComponentName' }],
    inferenceComponentArn: [{ member: 'InferenceComponentArn' }],
  },
  facts: {
    execution: 'record',
    cache: false,
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings: ['environment', 'tags'],
    permissions: [
      {
        sid: 'ServeComponents',
        actions: [
          'sagemaker:CreateInferenceComponent',
          'sagemaker:UpdateInferenceComponent',
          'sagemaker:DescribeInferenceComponent',
        ],
        on: COMPONENT,
        why: 'puts the inference components that its steps name on their endpoints',
      },
      {
        sid: 'UseEndpoints',
        actions: ['sagemaker:CreateInferenceComponent'],
        on: [{ kind: 'named', type: 'endpoint', member: 'EndpointName' }],
        why: 'uses the endpoints that its steps name; AWS asks for the action on both',
      },
      permissionToTag('Components', 'CreateInferenceComponent', COMPONENT),
    ],
    passedRoles: [],
    runsWithRoleOf: 'Specification.ModelName',
    billing: 'none',
  },
  example: {
    name: 'ServeChurn',
    type: 'InferenceComponent',
    inferenceComponent: {
      inferenceComponentName: 'churn',
      endpointName: 'shared',
      modelName: 'churn',
      minMemoryInMB: 1024,
    },
  },
});

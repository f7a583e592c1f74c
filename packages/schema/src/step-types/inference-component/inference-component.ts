import { declareStepType } from '../step-type.js';
import { inferenceComponentBody } from './inference-component-body.js';

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
    iamActions: [
      'sagemaker:CreateInferenceComponent',
      'sagemaker:UpdateInferenceComponent',
      'sagemaker:DescribeInferenceComponent',
      'sagemaker:AddTags',
    ],
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

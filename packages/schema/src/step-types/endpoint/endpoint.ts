import { declareStepType } from '../step-type.js';
import { endpointBody } from './endpoint-body.js';

/** Deploys models for real-time requests. */
export const endpoint = declareStepType({
  type: 'Endpoint',
  summary: 'Creates an endpoint from an endpoint configuration, or updates the endpoint of that name.',
  body: endpointBody,
  request: 'CreateEndpoint',
  siblings: [],
  outputs: () => new Map(),
  fixedOutputs: { endpointName: [{ member: 'EndpointName' }], endpointArn: [{ member: 'EndpointArn' }] },
  facts: {
    execution: 'record',
    // AWS documents no list for this type; the whole request is assumed.
    cache: { attributes: ['EndpointName', 'EndpointConfigName'] },
    retry: false,
    propertyFiles: false,
    dependable: true,
    settings: ['tags'],
    iamActions: [
      'sagemaker:CreateEndpoint',
      'sagemaker:UpdateEndpoint',
      'sagemaker:DescribeEndpoint',
      'sagemaker:AddTags',
    ],
    // The endpoint itself costs by the hour for as long as it stands, whatever becomes of the pipeline.
    billing: 'none',
  },
  example: {
    name: 'Deploy',
    type: 'Endpoint',
    endpoint: { endpointName: 'churn', endpointConfigName: 'churn-config' },
  },
});

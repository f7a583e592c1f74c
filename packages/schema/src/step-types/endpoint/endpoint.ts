import { permissionToTag, type StepResource } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { endpointBody } from './endpoint-body.js';

const ENDPOINT: readonly StepResource[] = [{ kind: 'named', type: 'endpoint', member: 'EndpointName' }];

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
    permissions: [
      {
        sid: 'DeployEndpoints',
        actions: ['sagemaker:CreateEndpoint', 'sagemaker:UpdateEndpoint', 'sagemaker:DescribeEndpoint'],
        on: ENDPOINT,
        why: 'creates and updates the endpoints that its steps name',
      },
      {
        sid: 'UseEndpointConfigs',
        actions: ['sagemaker:CreateEndpoint', 'sagemaker:UpdateEndpoint'],
        on: [{ kind: 'named', type: 'endpoint-config', member: 'EndpointConfigName' }],
        why: 'deploys the configurations that its steps name; AWS asks for the action on both',
      },
      permissionToTag('Endpoints', 'CreateEndpoint', ENDPOINT),
    ],
    passedRoles: [],
    // The endpoint itself costs by the hour for as long as it stands, whatever becomes of the pipeline.
    billing: 'none',
  },
  example: {
    name: 'Deploy',
    type: 'Endpoint',
    endpoint: { endpointName: 'churn', endpointConfigName: 'churn-config' },
  },
});

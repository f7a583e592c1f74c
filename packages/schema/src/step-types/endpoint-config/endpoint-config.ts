import { madeByPipelines, permissionsToMake } from '../step-permission.js';
import { declareStepType } from '../step-type.js';
import { endpointConfigBody } from './endpoint-config-body.js';

/** Says which models an endpoint serves, and on which machines. */
export const endpointConfig = declareStepType({
  type: 'EndpointConfig',
  summary: 'Creates an endpoint configuration: which models an endpoint serves, and on which machines.',
  body: endpointConfigBody,
  request: 'CreateEndpointConfig',
  siblings: [],
  outputs: () => new Map(),
  // The name gets a suffix of the execution, so nothing but this property knows it (aws/sagemaker-python-sdk pull request 6224).
  fixedOutputs: {
    endpointConfigName: [{ member: 'EndpointConfigName' }],
    endpointConfigArn: [{ member: 'EndpointConfigArn' }],
  },
  facts: {
    execution: 'record',
    // AWS documents no list for this type; what the configuration consists of is assumed.
    cache: { attributes: ['ProductionVariants', 'ShadowProductionVariants', 'AsyncInferenceConfig'] },
    retry: { exceptions: ['Step.SERVICE_FAULT', 'Step.THROTTLING'] },
    propertyFiles: false,
    dependable: true,
    settings: ['network', 'roleArn', 'kmsKeyArn', 'tags'],
    permissions: [
      ...permissionsToMake({
        name: 'EndpointConfigs',
        made: madeByPipelines('endpoint-config', 'EndpointConfigName'),
        create: 'CreateEndpointConfig',
        others: ['DescribeEndpointConfig'],
      }),
      {
        // Whoever creates an endpoint needs it (developer guide, "SageMaker API permissions": CreateEndpoint).
        sid: 'EncryptEndpoints',
        actions: ['kms:CreateGrant'],
        on: [{ kind: 'key', member: 'KmsKeyId' }],
        why: 'lets endpoints encrypt their volumes with the keys that its steps name',
        when: 'KmsKeyId',
        condition: { key: 'kms:GrantIsForAWSResource', operator: 'Bool', values: ['true'] },
      },
    ],
    runsWithRoleOf: 'ProductionVariants.ModelName',
    passedRoles: [
      {
        members: ['ExecutionRoleArn'],
        service: 'sagemaker.amazonaws.com',
        assumedFor: ['sagemaker:endpoint/*'],
        logGroup: '/aws/sagemaker/InferenceComponents',
      },
    ],
    billing: 'none',
  },
  example: {
    name: 'ConfigureEndpoint',
    type: 'EndpointConfig',
    endpointConfig: { productionVariants: [{ modelName: 'churn', instanceType: 'ml.m5.large' }] },
  },
});

import type { Answer } from './run-states.js';

/** How the endpoint is deployed, by whoever made it. */
export const FORMER_GUARDRAILS = {
  BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 0 } },
  AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'errors' }] },
};

/** An account with endpoints that behave as SageMaker's do; `changes` replace answers. */
export function endpointAccount(
  changes: Readonly<Record<string, Answer>> = {},
  endpoint: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, Answer>> {
  const configurations = new Map<unknown, unknown>();
  const answers: Readonly<Record<string, Answer>> = {
    'aws-sdk:sagemaker:describeModelPackage': () => ({ ModelApprovalStatus: 'Approved' }),
    'aws-sdk:sagemaker:describeEndpoint': ({ EndpointName: name }) => ({
      EndpointStatus: 'InService',
      EndpointConfigName: configurations.get(name) ?? 'config-of-cloudformation',
      LastDeploymentConfig: FORMER_GUARDRAILS,
      ...endpoint,
    }),
    'aws-sdk:sagemaker:describeEndpointConfig': () => ({
      EndpointConfigArn: 'arn',
      KmsKeyId: 'key',
      ProductionVariants: [{ VariantName: 'AllTraffic', ModelName: 'model', InstanceType: 'ml.m5.large' }],
    }),
    'aws-sdk:sagemaker:describeModel': () => ({
      ModelArn: 'arn',
      ExecutionRoleArn: 'role',
      EnableNetworkIsolation: true,
      PrimaryContainer: { ModelPackageName: 'arn:aws:sagemaker:eu-west-1:111111111111:model-package/churn/6' },
    }),
    'aws-sdk:sagemaker:createModel': ({ ModelName }) => ({
      ModelArn: `arn:aws:sagemaker:eu-west-1:1:model/${ModelName}`,
    }),
    'aws-sdk:sagemaker:createEndpointConfig': () => ({}),
    'aws-sdk:sagemaker:updateEndpoint': ({ EndpointName, EndpointConfigName }) => {
      configurations.set(EndpointName, EndpointConfigName);
      return {};
    },
    'aws-sdk:cloudwatch:describeAlarms': () => ({ MetricAlarms: [{ AlarmName: 'errors', StateValue: 'OK' }] }),
    'aws-sdk:sns:publish': () => ({}),
    'sns:publish.waitForTaskToken': () => ({}),
  };
  return { ...answers, ...changes };
}

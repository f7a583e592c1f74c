import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { volumeKeyStatements } from '../model-endpoint/execution-statements.js';
import { packageArns, type RegisteredModels } from '../registered-models/registered-models.js';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { servedNamePrefix } from './approval-names.js';

/** What is deployed where. */
export interface DeployScope extends RegisteredModels {
  readonly endpointName: string;
  readonly executionRole: iam.IRole;
  readonly encryptionKey?: kms.IKey;
}

const FORMER =
  'CloudFormation names the first model and configuration of an endpoint, and names its alarms; these actions only read.';
const NAMES = 'Each deployment names its own model and configuration; the beginning of the names is exact.';
const VERSIONS = 'Versions of the group are registered later; the group is exact.';

/** What deploying a model to an endpoint calls, on exactly what. */
export function deployStatements(scope: Construct, deploy: DeployScope): readonly RoleStatement[] {
  const { endpointName, executionRole, encryptionKey } = deploy;
  const stack = Stack.of(scope);
  const sagemaker = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'sagemaker', resource, resourceName });
  const endpoint = sagemaker('endpoint', endpointName);
  const made = `${servedNamePrefix(endpointName)}-*`;
  return [
    {
      sid: 'ReadPackage',
      actions: ['sagemaker:DescribeModelPackage', 'sagemaker:CreateModel'],
      resources: packageArns(scope, deploy),
      wildcard: VERSIONS,
    },
    { sid: 'ReadEndpoint', actions: ['sagemaker:DescribeEndpoint'], resources: [endpoint] },
    {
      sid: 'ReadServed',
      actions: ['sagemaker:DescribeEndpointConfig', 'sagemaker:DescribeModel', 'cloudwatch:DescribeAlarms'],
      resources: [sagemaker('endpoint-config', '*'), sagemaker('model', '*'), alarms(stack)],
      wildcard: FORMER,
    },
    {
      sid: 'MakeModel',
      actions: ['sagemaker:CreateModel'],
      resources: [sagemaker('model', made)],
      wildcard: NAMES,
    },
    {
      sid: 'Deploy',
      actions: ['sagemaker:CreateEndpointConfig', 'sagemaker:UpdateEndpoint'],
      resources: [endpoint, sagemaker('endpoint-config', made)],
      wildcard: NAMES,
    },
    {
      sid: 'PassRole',
      actions: ['iam:PassRole'],
      resources: [executionRole.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
    ...(encryptionKey === undefined ? [] : volumeKeyStatements(encryptionKey.keyArn)),
  ];
}

function alarms(stack: Stack): string {
  const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
  return stack.formatArn({ service: 'cloudwatch', resource: 'alarm', resourceName: '*', arnFormat });
}

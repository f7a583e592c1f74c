import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { viaService } from '../role-policy/via-service.js';
import type { ModelReads } from './endpoint-model.js';

/** What a model reads when it starts ("CreateModel API: execution role permissions", scoped as AWS shows it). */
export function modelReadStatements({ objects, keyArns, repositories }: ModelReads): readonly RoleStatement[] {
  return [
    ...optional(objects, {
      sid: 'ReadModel',
      actions: ['s3:GetObject'],
      wildcard: 'Training jobs name the artifacts of registered models; the prefix holds nothing but models.',
    }),
    ...optional(keyArns, { sid: 'DecryptModel', actions: ['kms:Decrypt'], conditions: viaService('s3') }),
    ...optional(repositories, {
      sid: 'PullImage',
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
    }),
    {
      sid: 'LogInToRegistry',
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      wildcard: 'ecr:GetAuthorizationToken has no resource type (Service Authorization Reference).',
    },
  ];
}

/** Logs and metrics of containers. */
export function observabilityStatements(logGroupArn: string): readonly RoleStatement[] {
  return [
    {
      sid: 'WriteLogs',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
      resources: [logGroupArn],
      wildcard: 'SageMaker names log streams by variant and machine; the log group is exact.',
    },
    {
      sid: 'PublishMetrics',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringLike: { 'cloudwatch:namespace': ['AWS/SageMaker', '/aws/sagemaker/*'] } },
      wildcard:
        'cloudwatch:PutMetricData has no resource type (Service Authorization Reference); its namespace is bound.',
    },
  ];
}

/** "Ensure that your IAM execution role has permission to perform cloudwatch:DescribeAlarms" (auto-rollback). */
export function rollbackStatements(alarms: readonly cloudwatch.IAlarm[]): readonly RoleStatement[] {
  const arns = alarms.map(({ alarmArn }) => alarmArn);
  return optional(arns, { sid: 'WatchRollbackAlarms', actions: ['cloudwatch:DescribeAlarms'] });
}

/** The key of the machines' volumes: SageMaker makes a grant of it for EBS. */
export function volumeKeyStatements(keyArn: string): readonly RoleStatement[] {
  const onlyServices = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
  return [
    { sid: 'DescribeVolumeKey', actions: ['kms:DescribeKey'], resources: [keyArn] },
    { sid: 'GrantVolumeKey', actions: ['kms:CreateGrant'], resources: [keyArn], conditions: onlyServices },
  ];
}

/** Writing to the store; parts of a large object are decrypted again when they are joined. */
export function storeKeyStatements(keyArn: string): readonly RoleStatement[] {
  return [
    {
      sid: 'EncryptResults',
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: [keyArn],
      conditions: viaService('s3'),
    },
  ];
}

/** Network interfaces in the author's subnets; only where there is a network. */
export function networkStatements(): readonly RoleStatement[] {
  return [
    {
      sid: 'AttachToNetwork',
      actions: [
        'ec2:CreateNetworkInterface',
        'ec2:CreateNetworkInterfacePermission',
        'ec2:DeleteNetworkInterface',
        'ec2:DeleteNetworkInterfacePermission',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeVpcs',
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeSubnets',
        'ec2:DescribeSecurityGroups',
      ],
      resources: ['*'],
      wildcard:
        'SageMaker checks these actions without a resource when a model has a VpcConfig, and Describe actions have ' +
        'none ("CreateModel API: execution role permissions", private VPC).',
    },
  ];
}

function optional(resources: readonly string[], statement: Omit<RoleStatement, 'resources'>): readonly RoleStatement[] {
  return resources.length === 0 ? [] : [{ ...statement, resources }];
}

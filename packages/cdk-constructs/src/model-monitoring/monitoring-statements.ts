import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { networkStatements, storeKeyStatements, volumeKeyStatements } from '../model-endpoint/execution-statements.js';
import { nameSpellings } from '../name-spellings/name-spellings.js';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { viaService } from '../role-policy/via-service.js';
import type { MonitorSurroundings } from './monitor-job.js';
import type { MonitorReads } from './monitor-kind.js';
import type { StoredPrefix } from './monitor-settings.js';

/** What the role of the monitors is made of. */
export interface MonitoringAccess {
  readonly surroundings: MonitorSurroundings;
  /** Captured data and all that the monitors read. */
  readonly reads: MonitorReads;
  readonly repositories: readonly string[];
  /** What single monitors need. */
  readonly further: readonly RoleStatement[];
}

/** What monitors of an endpoint do, on exactly what. */
export function monitoringStatements(scope: Construct, access: MonitoringAccess): readonly RoleStatement[] {
  const { surroundings, repositories, further } = access;
  return [
    ...dataStatements(access),
    ...imageStatements(repositories),
    ...jobStatements(scope, surroundings),
    ...volumeKeyStatements(surroundings.key.keyArn),
    ...(surroundings.network === undefined ? [] : networkStatements()),
    ...further,
  ];
}

function dataStatements({ surroundings, reads }: MonitoringAccess): readonly RoleStatement[] {
  const { bucket: store, outputPrefix, key } = surroundings;
  const results: StoredPrefix = { prefix: outputPrefix };
  const prefixes = [...reads.prefixes, results];
  const buckets = [...new Set([...reads.objects, ...prefixes].map(({ bucket = store }) => bucket))];
  return [
    {
      sid: 'ReadData',
      actions: ['s3:GetObject'],
      resources: distinct([
        ...reads.objects.map((object) => (object.bucket ?? store).arnForObjects(object.key)),
        ...prefixes.map(({ bucket = store, prefix }) => bucket.arnForObjects(`${withoutSlash(prefix)}/*`)),
      ]),
      wildcard: 'Endpoints, labellers and earlier executions name the objects below the prefixes, which are exact.',
    },
    ...buckets.map((bucket, index) => listStatement(`ListData${index + 1}`, bucket, { prefixes, store })),
    {
      sid: 'WriteResults',
      actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
      resources: [store.arnForObjects(`${outputPrefix}/*`)],
      wildcard: 'Executions name their results by time; the prefix is exact.',
    },
    ...storeKeyStatements(key.keyArn),
    ...decryptStatements(buckets, key.keyArn),
  ];
}

/** Nothing else in a bucket can be listed, not even the names. */
function listStatement(
  sid: string,
  bucket: s3.IBucket,
  { prefixes, store }: { readonly prefixes: readonly StoredPrefix[]; readonly store: s3.IBucket },
): RoleStatement {
  const own = prefixes.filter((each) => (each.bucket ?? store) === bucket);
  const patterns = own.map(({ prefix }) => `${withoutSlash(prefix)}/*`);
  return {
    sid,
    actions: ['s3:ListBucket'],
    resources: [bucket.bucketArn],
    conditions: { StringLike: { 's3:prefix': patterns } },
  };
}

/** Data in other buckets may lie under other keys. */
function decryptStatements(buckets: readonly s3.IBucket[], keyArn: string): readonly RoleStatement[] {
  const keys = distinct(buckets.flatMap(({ encryptionKey }) => encryptionKey?.keyArn ?? []));
  const others = keys.filter((each) => each !== keyArn);
  if (others.length === 0) return [];
  return [{ sid: 'DecryptData', actions: ['kms:Decrypt'], resources: others, conditions: viaService('s3') }];
}

function imageStatements(repositories: readonly string[]): readonly RoleStatement[] {
  return [
    {
      sid: 'PullImage',
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
      resources: distinct(repositories),
    },
    {
      sid: 'LogInToRegistry',
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      wildcard: 'ecr:GetAuthorizationToken has no resource type (Service Authorization Reference).',
    },
  ];
}

/** SageMaker starts the jobs of a schedule in the role of its definition, and gives them the same role. */
function jobStatements(scope: Construct, { endpointName, roleArn }: MonitorSurroundings): readonly RoleStatement[] {
  const stack = Stack.of(scope);
  const arn = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'sagemaker', resource, resourceName });
  return [
    {
      sid: 'RunJobs',
      actions: ['sagemaker:CreateProcessingJob', 'sagemaker:DescribeProcessingJob', 'sagemaker:StopProcessingJob'],
      resources: [arn('processing-job', 'model-monitoring-*'), arn('processing-job', 'groundtruth-merge-*')],
      wildcard: 'SageMaker names the jobs of monitoring schedules; the beginnings of the names are exact.',
    },
    {
      sid: 'ReadEndpoint',
      actions: ['sagemaker:DescribeEndpoint'],
      resources: nameSpellings(endpointName).map((name) => arn('endpoint', name)),
    },
    {
      sid: 'ReadEndpointConfig',
      actions: ['sagemaker:DescribeEndpointConfig'],
      resources: [arn('endpoint-config', '*')],
      wildcard: 'Each deployment of the endpoint names another configuration; this action only reads.',
    },
    {
      sid: 'PassOwnRole',
      actions: ['iam:PassRole'],
      resources: [roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
    {
      sid: 'WriteLogs',
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
      resources: [logGroupArn(stack)],
      wildcard: 'SageMaker names log streams by job and machine; the log group is exact.',
    },
    {
      sid: 'PublishMetrics',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      // AWS writes the namespaces with and without the first slash.
      conditions: {
        StringLike: { 'cloudwatch:namespace': ['aws/sagemaker/Endpoints/*', '/aws/sagemaker/*'] },
      },
      wildcard:
        'cloudwatch:PutMetricData has no resource type (Service Authorization Reference); its namespace is bound.',
    },
  ];
}

function logGroupArn(stack: Stack): string {
  const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
  const resourceName = '/aws/sagemaker/ProcessingJobs:*';
  return stack.formatArn({ service: 'logs', resource: 'log-group', resourceName, arnFormat });
}

function withoutSlash(prefix: string): string {
  return prefix.replace(/\/+$/, '');
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { networkStatements, storeKeyStatements, volumeKeyStatements } from '../model-endpoint/execution-statements.js';
import { packageArns } from '../registered-models/registered-models.js';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { viaService } from '../role-policy/via-service.js';
import { takesVolumeKey } from '../volume-key/takes-volume-key.js';
import type { BatchInferenceProps, BatchWorkflowProps } from './batch-inference-props.js';

const VERSIONS = 'Versions of the group are registered later; the group is exact.';
const NAMES = 'Each run names its own model and job; the beginning of the names is exact.';
const OBJECTS = 'Objects of the data are not known before a run; the prefix is exact.';

/** What the state machine calls, on exactly what. */
export function workflowStatements(scope: Construct, props: BatchWorkflowProps): readonly RoleStatement[] {
  const { encryptionKey, compute } = props;
  return [
    {
      sid: 'FindPackage',
      actions: ['sagemaker:ListModelPackages', 'sagemaker:DescribeModelPackage', 'sagemaker:CreateModel'],
      resources: packageArns(scope, props),
      wildcard: VERSIONS,
    },
    ...runStatements(scope, props),
    watchStatement(scope),
    // The volumes are made in the name of whoever creates the job.
    ...(takesVolumeKey(compute.instanceType) ? volumeKeyStatements(encryptionKey.keyArn) : []),
  ];
}

function runStatements(scope: Construct, { namePrefix, executionRole }: BatchWorkflowProps): readonly RoleStatement[] {
  const stack = Stack.of(scope);
  const named = (resource: string) =>
    stack.formatArn({ service: 'sagemaker', resource, resourceName: `${namePrefix}-*` });
  return [
    {
      sid: 'MakeModel',
      actions: ['sagemaker:CreateModel', 'sagemaker:DeleteModel'],
      resources: [named('model')],
      wildcard: NAMES,
    },
    {
      sid: 'RunJob',
      actions: [
        'sagemaker:CreateTransformJob',
        'sagemaker:DescribeTransformJob',
        'sagemaker:StopTransformJob',
        'sagemaker:ListTags',
      ],
      resources: [named('transform-job')],
      wildcard: NAMES,
    },
    {
      // Step Functions tags what it waits for (aws/aws-cdk issue 26012).
      sid: 'TagJob',
      actions: ['sagemaker:AddTags'],
      resources: [named('transform-job')],
      conditions: { StringEquals: { 'sagemaker:TaggingAction': 'CreateTransformJob' } },
      wildcard: NAMES,
    },
    {
      sid: 'PassRole',
      actions: ['iam:PassRole'],
      resources: [executionRole.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
  ];
}

/** Step Functions hears of the end of a job through a rule that it manages itself ("Run a Job (.sync)"). */
function watchStatement(scope: Construct): RoleStatement {
  const rule = {
    service: 'events',
    resource: 'rule',
    resourceName: 'StepFunctionsGetEventsForSageMakerTransformJobsRule',
  };
  return {
    sid: 'WatchJob',
    actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
    resources: [Stack.of(scope).formatArn(rule)],
  };
}

/** What the model's role needs besides the model: data, logs, volumes, network. */
export function executionStatements(scope: Construct, props: BatchInferenceProps): readonly RoleStatement[] {
  const { encryptionKey, compute, network } = props;
  return [
    ...dataStatements(props),
    logStatement(scope),
    ...(takesVolumeKey(compute.instanceType) ? volumeKeyStatements(encryptionKey.keyArn) : []),
    ...(network === undefined ? [] : networkStatements()),
  ];
}

function dataStatements({ input, output, encryptionKey }: BatchInferenceProps): readonly RoleStatement[] {
  const inputKey = input.bucket.encryptionKey?.keyArn;
  return [
    {
      sid: 'ReadInput',
      actions: ['s3:GetObject'],
      resources: [input.bucket.arnForObjects(`${input.prefix}*`)],
      wildcard: OBJECTS,
    },
    {
      sid: 'ListInput',
      actions: ['s3:ListBucket'],
      resources: [input.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${input.prefix}*` } },
    },
    {
      sid: 'WriteOutput',
      actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
      resources: [output.bucket.arnForObjects(`${output.prefix.replace(/\/+$/, '')}/*`)],
      wildcard: OBJECTS,
    },
    ...(inputKey === undefined || inputKey === encryptionKey.keyArn ? [] : [decryptInput(inputKey)]),
    ...storeKeyStatements(encryptionKey.keyArn),
  ];
}

function decryptInput(keyArn: string): RoleStatement {
  return { sid: 'DecryptInput', actions: ['kms:Decrypt'], resources: [keyArn], conditions: viaService('s3') };
}

/** All transform jobs of an account share a log group, which SageMaker makes. */
function logStatement(scope: Construct): RoleStatement {
  const group = { service: 'logs', resource: 'log-group', arnFormat: ArnFormat.COLON_RESOURCE_NAME };
  return {
    sid: 'WriteLogs',
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
    resources: [Stack.of(scope).formatArn({ ...group, resourceName: '/aws/sagemaker/TransformJobs:*' })],
    wildcard: 'SageMaker names log streams by job and machine; the log group is exact.',
  };
}

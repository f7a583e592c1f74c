import type { Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { lambdaWritesLogs } from '../encrypted-log-group/lambda-writes-logs.js';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { viaService } from '../role-policy/via-service.js';
import type { EndpointTag, IdleEndpointMode } from './idle-endpoint-guard-props.js';

/** Which endpoints the guard may see and touch. */
export interface GuardedEndpoints {
  readonly namePrefix: string;
  readonly tag: EndpointTag | undefined;
  readonly keepTag: EndpointTag;
  readonly mode: IdleEndpointMode;
}

const TOUCHES: Readonly<Record<IdleEndpointMode, readonly string[]>> = {
  warn: [],
  'scale-in': ['sagemaker:UpdateEndpointWeightsAndCapacities'],
  delete: ['sagemaker:DeleteEndpoint'],
};

/** What the guard does in SageMaker. Tags are conditions too, so that a fault of its code cannot pass them. */
export function endpointStatements(stack: Stack, guarded: GuardedEndpoints): readonly RoleStatement[] {
  const { namePrefix, tag, keepTag, mode } = guarded;
  const endpoints = stack.formatArn({ service: 'sagemaker', resource: 'endpoint', resourceName: `${namePrefix}*` });
  const wildcard = 'Which endpoints there are is found out at run time; the prefix and the tags bind them.';
  const touches = TOUCHES[mode];
  return [
    {
      sid: 'FindEndpoints',
      actions: ['sagemaker:ListEndpoints', 'sagemaker:ListInferenceComponents', 'cloudwatch:GetMetricData'],
      resources: ['*'],
      wildcard: 'Lists and GetMetricData have no resource type (Service Authorization Reference).',
    },
    {
      sid: 'DescribeEndpoints',
      actions: ['sagemaker:DescribeEndpoint', 'sagemaker:ListTags'],
      resources: [endpoints],
      wildcard,
    },
    ...(touches.length === 0
      ? []
      : [
          { sid: 'TouchEndpoints', actions: touches, resources: [endpoints], conditions: tags(tag, keepTag), wildcard },
        ]),
  ];
}

/** An absent tag is not equal to anything, so endpoints without the tag to keep them are covered. */
function tags(tag: EndpointTag | undefined, keep: EndpointTag): NonNullable<RoleStatement['conditions']> {
  return {
    StringNotEquals: { [`aws:ResourceTag/${keep.key}`]: keep.value },
    ...(tag && { StringEquals: { [`aws:ResourceTag/${tag.key}`]: tag.value } }),
  };
}

/** What the guard tells, logs and leaves behind. */
export interface GuardSurroundings {
  readonly topic: sns.ITopic;
  readonly keyArn: string;
  readonly logGroupArn: string;
  readonly queueArn: string;
}

export function surroundingStatements(around: GuardSurroundings): readonly RoleStatement[] {
  const { topic, keyArn, logGroupArn, queueArn } = around;
  return [
    { sid: 'TellOfEndpoints', actions: ['sns:Publish'], resources: [topic.topicArn] },
    ...(topic.masterKey === undefined ? [] : [throughService('sns', topic.masterKey.keyArn)]),
    lambdaWritesLogs(logGroupArn),
    { sid: 'KeepFailures', actions: ['sqs:SendMessage'], resources: [queueArn] },
    throughService('sqs', keyArn),
    { sid: 'ReadSettings', actions: ['kms:Decrypt'], resources: [keyArn] },
  ];
}

/** What the schedule may do: start the function, and say where it could not. */
export function startStatements({
  target,
  queueArn,
  keyArn,
}: {
  target: lambda.IFunction;
  queueArn: string;
  keyArn: string;
}): readonly RoleStatement[] {
  return [
    { sid: 'StartGuard', actions: ['lambda:InvokeFunction'], resources: [target.functionArn] },
    { sid: 'KeepFailures', actions: ['sqs:SendMessage'], resources: [queueArn] },
    throughService('sqs', keyArn),
  ];
}

function throughService(service: 'sns' | 'sqs', keyArn: string): RoleStatement {
  return {
    sid: service === 'sns' ? 'EncryptMessages' : 'EncryptFailures',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [keyArn],
    conditions: viaService(service),
  };
}

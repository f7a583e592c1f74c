import type * as sns from 'aws-cdk-lib/aws-sns';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { viaService } from '../role-policy/via-service.js';
import type { ResultStore } from './result-store.js';

const NAMES_LATER = 'Callers and SageMaker name the objects of requests and answers later; the prefix is exact.';

/** What a model behind a queue needs: its requests, the place of its answers, the topics it tells. */
export function asynchronousStatements(results: ResultStore, topics: readonly sns.ITopic[]): readonly RoleStatement[] {
  return [
    {
      sid: 'ReadRequests',
      actions: ['s3:GetObject'],
      resources: [results.objects('async-input')],
      wildcard: NAMES_LATER,
    },
    {
      sid: 'WriteAnswers',
      actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
      resources: [results.objects('async-output'), results.objects('async-failure')],
      wildcard: NAMES_LATER,
    },
    ...(topics.length === 0 ? [] : topicStatements(topics)),
  ];
}

function topicStatements(topics: readonly sns.ITopic[]): readonly RoleStatement[] {
  const keys = topics.flatMap(({ masterKey }) => (masterKey === undefined ? [] : [masterKey.keyArn]));
  const publish = { sid: 'TellOfAnswers', actions: ['sns:Publish'], resources: topics.map(({ topicArn }) => topicArn) };
  if (keys.length === 0) return [publish];
  return [
    publish,
    {
      sid: 'EncryptMessages',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: keys,
      conditions: viaService('sns'),
    },
  ];
}

import type * as sns from 'aws-cdk-lib/aws-sns';
import type { RoleStatement } from '../role-policy/role-policy.js';
import { viaService } from '../role-policy/via-service.js';

/**
 * Publishing to topics, encrypted ones included ("Managing Amazon SNS encryption keys and costs": a publisher needs
 * `kms:GenerateDataKey` and `kms:Decrypt`). Policies of imported keys must let the account decide by IAM.
 */
export function publishStatements(topics: readonly sns.ITopic[]): readonly RoleStatement[] {
  const keys = topics.flatMap(({ masterKey }) => (masterKey === undefined ? [] : [masterKey.keyArn]));
  const publish = { sid: 'Publish', actions: ['sns:Publish'], resources: topics.map(({ topicArn }) => topicArn) };
  if (keys.length === 0) return [publish];
  const actions = ['kms:Decrypt', 'kms:GenerateDataKey'];
  return [publish, { sid: 'EncryptMessages', actions, resources: [...new Set(keys)], conditions: viaService('sns') }];
}

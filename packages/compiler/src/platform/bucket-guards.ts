import type { PolicyConditions, PolicyStatement } from './platform-model.js';
import { bucketArn, type StoreNames } from './store-names.js';
import { transportGuards } from './transport-guards.js';

const ENCRYPTION = 's3:x-amz-server-side-encryption';
const KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const CUSTOMER_KEY = 's3:x-amz-server-side-encryption-customer-algorithm';

/**
 * What the policy of a bucket of artifacts denies to everyone: transport in the clear, and writing under another key.
 *
 * A header that is absent is fine, because the bucket encrypts by default with its own key. A negated operator is true
 * for an absent key, so each of those denials has a `Null` beside it; without it, clients that rightly leave the header
 * out could not write (IAM User Guide, condition operators; facts/security-and-governance §3.6).
 */
export function bucketGuards({ bucket, keyArn }: StoreNames): readonly PolicyStatement[] {
  const deny = (sid: string, conditions: PolicyConditions, why: string): PolicyStatement => ({
    sid,
    effect: 'Deny',
    principals: [{ kind: 'everyone' }],
    actions: ['s3:PutObject'],
    resources: [bucketArn(bucket, '*')],
    conditions,
    why,
  });
  const other = (header: string, value: StoreNames['keyArn']) => ({
    StringNotEquals: { [header]: value },
    Null: { [header]: 'false' },
  });
  return [
    ...transportGuards(bucket),
    deny('DenyOtherKey', other(KEY, keyArn), 'everything is encrypted with the key of the store'),
    deny('DenyOtherEncryption', other(ENCRYPTION, 'aws:kms'), 'everything is encrypted by KMS'),
    deny('DenyCustomerKeys', { Null: { [CUSTOMER_KEY]: 'false' } }, 'nobody else could read what a client encrypts'),
  ];
}

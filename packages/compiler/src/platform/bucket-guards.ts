import type { PolicyConditions, PolicyStatement } from './platform-model.js';
import { bucketArn, type StoreNames } from './store-names.js';

const ENCRYPTION = 's3:x-amz-server-side-encryption';
const KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const CUSTOMER_KEY = 's3:x-amz-server-side-encryption-customer-algorithm';

/**
 * What the policy of a bucket denies to everyone: transport in the clear, and writing under another key.
 *
 * A header that is absent is fine, because the bucket encrypts by default with its own key. A negated operator is true
 * for an absent key, so each of those denials has a `Null` beside it; without it, clients that rightly leave the header
 * out could not write (IAM User Guide, condition operators; facts/security-and-governance §3.6).
 */
export function bucketGuards({ bucket, keyArn }: StoreNames): readonly PolicyStatement[] {
  const everything = [bucketArn(bucket), bucketArn(bucket, '*')];
  const deny = { effect: 'Deny', principals: [{ kind: 'everyone' }] } as const;
  const write = (sid: string, conditions: PolicyConditions, why: string): PolicyStatement => ({
    ...deny,
    sid,
    actions: ['s3:PutObject'],
    resources: [bucketArn(bucket, '*')],
    conditions,
    why,
  });
  const transport = (sid: string, conditions: PolicyConditions, why: string): PolicyStatement => ({
    ...deny,
    sid,
    actions: ['s3:*'],
    resources: everything,
    conditions,
    why,
  });
  return [
    transport('DenyPlainTransport', { Bool: { 'aws:SecureTransport': 'false' } }, 'only TLS'),
    transport('DenyOldTls', { NumericLessThan: { 's3:TlsVersion': '1.2' } }, 'only TLS 1.2 and newer'),
    write(
      'DenyOtherKey',
      { StringNotEquals: { [KEY]: keyArn }, Null: { [KEY]: 'false' } },
      'what is written is encrypted with the key of the store; leaving the header out means that key',
    ),
    write(
      'DenyOtherEncryption',
      { StringNotEquals: { [ENCRYPTION]: 'aws:kms' }, Null: { [ENCRYPTION]: 'false' } },
      'what is written is encrypted by KMS; leaving the header out means that',
    ),
    write(
      'DenyCustomerKeys',
      { Null: { [CUSTOMER_KEY]: 'false' } },
      'keys that only a client holds make models unreadable',
    ),
  ];
}

import type { PlatformText, PolicyConditions, PolicyStatement } from './platform-model.js';
import { bucketArn } from './store-names.js';

/** What the policy of every bucket denies to everyone: transport in the clear, and TLS before 1.2. */
export function transportGuards(bucket: PlatformText): readonly PolicyStatement[] {
  const deny = (sid: string, conditions: PolicyConditions, why: string): PolicyStatement => ({
    sid,
    effect: 'Deny',
    principals: [{ kind: 'everyone' }],
    actions: ['s3:*'],
    resources: [bucketArn(bucket), bucketArn(bucket, '*')],
    conditions,
    why,
  });
  return [
    deny('DenyPlainTransport', { Bool: { 'aws:SecureTransport': 'false' } }, 'only TLS'),
    deny('DenyOldTls', { NumericLessThan: { 's3:TlsVersion': '1.2' } }, 'only TLS 1.2 and newer'),
  ];
}

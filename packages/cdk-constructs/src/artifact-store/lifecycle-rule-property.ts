import type { LifecycleRule } from '@millrace/compiler';
import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';

/** A lifecycle rule of the platform in the words of the CDK. */
export function lifecycleRuleProperty(rule: LifecycleRule, binder: DeployValueBinder): s3.LifecycleRule {
  const { infrequentAccessAfterDays: moves, tag } = rule;
  return {
    id: binder.text(rule.id),
    ...(rule.prefix !== undefined && { prefix: binder.text(rule.prefix) }),
    ...(tag && { tagFilters: { [tag.key]: tag.value } }),
    ...(moves !== undefined && {
      transitions: [{ storageClass: s3.StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(moves) }],
    }),
    ...(rule.expireDeleteMarkers && { expiredObjectDeleteMarker: true }),
    ...days('expiration', rule.expireAfterDays),
    ...days('noncurrentVersionExpiration', rule.noncurrentVersionDays),
    ...days('abortIncompleteMultipartUploadAfter', rule.abortMultipartAfterDays),
  };
}

type Age = 'expiration' | 'noncurrentVersionExpiration' | 'abortIncompleteMultipartUploadAfter';

function days(member: Age, count: number | undefined): s3.LifecycleRule {
  return count === undefined ? {} : { [member]: Duration.days(count) };
}

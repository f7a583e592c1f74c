import { BUCKET_LIFECYCLE_RULES, transportGuards } from '@millrace/compiler';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge/acknowledge.js';
import type { PolicyRenderer } from '../render-policy/policy-renderer.js';
import { lifecycleRuleProperty } from './lifecycle-rule-property.js';
import { encryptedByS3, withoutReplica } from './store-findings.js';

/** Settings of {@link AccessLogBucket}. */
export interface AccessLogBucketProps {
  /** How long logs are kept, at least a day. */
  readonly expireAfter: Duration;
  readonly renderer: PolicyRenderer;
}

/**
 * Takes the access logs of another bucket. S3 delivers them only where the default encryption is that of S3 itself
 * (S3 User Guide, "Enabling Amazon S3 server access logging").
 */
export class AccessLogBucket extends s3.Bucket {
  constructor(scope: Construct, id: string, { expireAfter, renderer }: AccessLogBucketProps) {
    super(scope, id, {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        ...BUCKET_LIFECYCLE_RULES.map((rule) => lifecycleRuleProperty(rule, renderer.binder)),
        { id: 'access-logs', expiration: expireAfter, noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    for (const guard of transportGuards(this.bucketName)) this.addToResourcePolicy(renderer.statement(guard));
    this.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
    acknowledge(this, ...withoutReplica('access logs'), ...encryptedByS3());
  }
}

import type { LifecycleRule } from '@millrace/compiler';
import { Annotations } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { StoreBase } from './store-base.js';

/** A bucket and its key that were there before. */
export interface ExistingStore {
  readonly bucketName: string;
  /** ARN of the key, not its id: only the ARN names a key of another account. */
  readonly keyArn: string;
  /** The first segment of all keys: `dev`, `prod`. */
  readonly environment: string;
}

/**
 * A store that was there before. Neither its policies nor its lifecycle can be changed; what its owner must do is said
 * as warnings.
 */
export class ImportedArtifactStore extends StoreBase {
  readonly bucket: s3.IBucket;
  readonly key: kms.IKey;
  readonly environment: string;

  constructor(scope: Construct, id: string, { bucketName, keyArn, environment }: ExistingStore) {
    super(scope, id);
    this.environment = environment;
    this.key = kms.Key.fromKeyArn(this, 'Key', keyArn);
    this.bucket = s3.Bucket.fromBucketAttributes(this, 'Bucket', { bucketName, encryptionKey: this.key });
  }

  protected addLifecycleRules(rules: readonly LifecycleRule[]): void {
    if (rules.length === 0) return;
    Annotations.of(this).addWarningV2(
      'millrace:lifecycle-of-others',
      `The lifecycle of the bucket ${this.bucket.bucketName} is that of its owner: what the artifacts layout lets expire stays there until he adds rules.`,
    );
  }
}

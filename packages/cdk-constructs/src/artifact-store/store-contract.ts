import type { LifecycleRule, PolicyStatement } from '@millrace/compiler';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import type { PolicyRenderer } from '../render-policy/policy-renderer.js';

/** Where pipelines keep their artifacts: a bucket, and the key of everything in it. */
export interface IArtifactStore extends IConstruct {
  readonly bucket: s3.IBucket;
  readonly key: kms.IKey;
  /** The first segment of all keys in the bucket: `dev`, `prod`. */
  readonly environment: string;

  /**
   * Makes the store ready for a pipeline or a registry. What the store already has is not added again. A store that was
   * there before cannot be changed; it says as a warning what its owner must add.
   */
  serve(demands: StoreDemands): void;
}

/** What someone needs of a store, as the compiler computed it. */
export interface StoreDemands {
  readonly bucketPolicy?: readonly PolicyStatement[];
  readonly keyPolicy?: readonly PolicyStatement[];
  readonly lifecycleRules?: readonly LifecycleRule[];
  /** Knows the deploy values of whoever asks. */
  readonly renderer: PolicyRenderer;
}

import type * as s3 from 'aws-cdk-lib/aws-s3';

/**
 * A bucket by its interface. The class declares `isWebsite: boolean | undefined`, the interface `isWebsite?: boolean`,
 * which TypeScript keeps apart under `exactOptionalPropertyTypes`, and which mean the same to readers.
 */
export function asBucket(bucket: s3.Bucket): s3.IBucket {
  return bucket as s3.IBucket;
}

/** Bucket and key of a URI as rules see it: `s3://<bucket>/<environment>/churn` has `<bucket>`. Undefined for other texts. */
export function bucketOf(uri: string): { readonly bucket: string; readonly key: string } | undefined {
  const [, bucket, key = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/s.exec(uri) ?? [];
  return bucket === undefined ? undefined : { bucket, key };
}

/**
 * Whether a bucket is named by something that nobody knows before deployment, other than the bucket of the environment or one
 * of the deployment itself.
 */
export function isOpenBucket(bucket: string): boolean {
  return bucket.includes('…') || /<(?!bucket>|resource:[^>]+>$)/.test(bucket);
}

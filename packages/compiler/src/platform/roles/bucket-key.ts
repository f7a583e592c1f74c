import { deployValue } from '@millrace/schema';
import type { PlatformInput, PlatformText } from '../platform-model.js';
import { isMadeBucket } from './s3-place.js';

/** The key that encrypts a bucket of the pipeline; undefined for buckets of others. */
export function bucketKeyOf(bucket: PlatformText, { settings }: PlatformInput): PlatformText | undefined {
  const { existingBucket, existingKeyArn } = settings.platform;
  if (existingBucket !== undefined && JSON.stringify(existingBucket.name) === JSON.stringify(bucket))
    return existingBucket.keyArn;
  return isMadeBucket(bucket) ? (existingKeyArn ?? deployValue('kmsKeyArn')) : undefined;
}

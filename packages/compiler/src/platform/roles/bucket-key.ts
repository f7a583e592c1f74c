import { writeJson } from '@millrace/schema';
import type { PlatformInput, PlatformText } from '../platform-model.js';
import { storeNamesOf } from '../store-names.js';

/** The key that encrypts a bucket; undefined for buckets of others. */
export function bucketKeyOf(bucket: PlatformText, input: PlatformInput): PlatformText | undefined {
  const store = storeNamesOf(input);
  return writeJson(bucket) === writeJson(store.bucket) ? store.keyArn : undefined;
}

import { type Json, writeJson } from '@millrace/schema';
import type { PlatformText } from '../platform-model.js';
import { platformText } from '../platform-text.js';
import { MADE_STORE } from '../store-names.js';
import { hasWildcard, literalStart, partsOf, splitText } from './text-parts.js';

/** A place in S3. */
export interface S3Place {
  readonly bucket: PlatformText;
  /** Empty: all of the bucket. */
  readonly key: PlatformText;
}

const SCHEME = 's3://';

/** The bucket and the key of a URI; undefined where the bucket is not known before an execution. */
export function s3PlaceOf(uri: PlatformText): S3Place | undefined {
  if (!literalStart(uri).startsWith(SCHEME)) return undefined;
  const [, address] = splitText(uri, SCHEME) ?? [];
  if (address === undefined) return undefined;
  const [bucket, key] = splitText(address, '/') ?? [address, ''];
  return bucket === '' || hasWildcard(bucket) ? undefined : { bucket, key: withoutDoubleSlashes(key) };
}

/** Places that end with a slash are joined with what lies below them. */
function withoutDoubleSlashes(key: PlatformText): PlatformText {
  return platformText(
    ...partsOf(key).map((part): Json => (typeof part === 'string' ? part.replace(/\/{2,}/g, '/') : part)),
  );
}

/** True for the bucket that is made with the pipeline. */
export function isMadeBucket(bucket: PlatformText): boolean {
  return writeJson(bucket) === writeJson(MADE_STORE.bucket);
}

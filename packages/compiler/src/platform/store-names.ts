import { deployValue } from '@millrace/schema';
import type { PlatformInput, PlatformText } from './platform-model.js';
import { platformArn, platformText } from './platform-text.js';

/** The bucket and the key of a store: those that were there before, or those made at deployment. */
export interface StoreNames {
  readonly bucket: PlatformText;
  readonly keyArn: PlatformText;
}

/** The store that is made at deployment; whoever deploys binds its names. */
export const MADE_STORE: StoreNames = { bucket: deployValue('bucket'), keyArn: deployValue('kmsKeyArn') };

/** The store of a pipeline. */
export function storeNamesOf({ settings }: Pick<PlatformInput, 'settings'>): StoreNames {
  const { existingBucket, existingKeyArn } = settings.platform;
  return {
    bucket: existingBucket?.name ?? MADE_STORE.bucket,
    keyArn: existingBucket?.keyArn ?? existingKeyArn ?? MADE_STORE.keyArn,
  };
}

/** The ARN of a bucket, or of objects in it: `arn:<partition>:s3:::<bucket>/<key>`. */
export function bucketArn(bucket: PlatformText, key?: PlatformText): PlatformText {
  const resource = key === undefined ? bucket : platformText(bucket, '/', key);
  return platformArn('s3', resource, { region: '', account: '' });
}

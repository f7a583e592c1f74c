import { openLocalS3 } from '@millrace/local-dry-run-simulator';
import type { UploadedCode } from './bind-locally.js';

/**
 * Puts local scripts into local S3, where the run finds them as it would on SageMaker. Places are by content, so that what
 * is there already is the same.
 */
export function uploadCode(code: readonly UploadedCode[], stateDirectory: string): void {
  const s3 = openLocalS3(stateDirectory);
  for (const { uri, files } of code) {
    for (const { path, bytes } of files) {
      const place = `${uri}/${path}`;
      if (s3.find(place) === undefined) s3.put(place, bytes);
    }
  }
}

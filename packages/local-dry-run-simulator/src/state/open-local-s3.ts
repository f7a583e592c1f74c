import { join } from 'node:path';
import { LocalS3 } from '../object-store/local-s3.js';

/** The local S3 of a state directory (`.millrace`): where code is put before a run, and where its results are. */
export function openLocalS3(stateDirectory: string): LocalS3 {
  return new LocalS3(join(stateDirectory, 's3'));
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { andThen, type ImageLock, type Outcome, readImageLock, succeed } from '@millrace/schema';
import { readSpec } from './read-spec.js';
import { shownPath } from './shown-path.js';

/** The name of the lock file, which lies beside the project config. */
export const LOCK_FILE = 'millrace.lock.yaml';

/** Reads the lock of images of a project folder; without a file nothing is pinned. */
export function findImageLock(folder: string): Outcome<ImageLock> {
  const file = shownPath(join(folder, LOCK_FILE));
  if (!existsSync(file)) return succeed(new Map());
  return andThen(readSpec({ file, text: readFileSync(file, 'utf8') }), readImageLock);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { repositoryRoot } from '../repository.js';

/** Third-party test data beside the repository; it is read where it lies and never copied in. */
const SHARED = join(repositoryRoot, '../shared');

/** Path of a file or folder of the shared test data. */
export function sharedPath(...names: readonly string[]): string {
  return join(SHARED, ...names);
}

/** The text of a file of the shared test data. */
export function readShared(...names: readonly string[]): string {
  return readFileSync(sharedPath(...names), 'utf8');
}

/** Tests on the shared data; where it is absent, one skipped test says so. */
export function describeShared(name: string, define: () => void): void {
  describe(name, () => {
    if (existsSync(SHARED)) define();
    else test.skip('not run: ../shared is absent');
  });
}

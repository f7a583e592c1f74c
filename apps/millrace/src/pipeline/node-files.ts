import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalFiles } from '@millrace/compiler';

/** The files beside a spec, on this disk. What is not there, or may not be read, is undefined. */
export function nodeFiles(folder: string): LocalFiles {
  return {
    read: (path) =>
      attempt(() => (statSync(join(folder, path)).isFile() ? readFileSync(join(folder, path)) : undefined)),
    list: (path) => attempt(() => readdirSync(join(folder, path))),
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

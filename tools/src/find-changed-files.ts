import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Digests of files by path. */
export type Fingerprint = ReadonlyMap<string, string>;

/** Digests of all files below the given paths that git does not ignore, new ones included. */
export function fingerprint(root: string, paths: readonly string[]): Fingerprint {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...paths];
  const files = execFileSync('git', listing, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return new Map(
    files
      .split('\0')
      .filter(Boolean)
      .map((file) => [file, digest(join(root, file))]),
  );
}

/** Paths that were added, removed or changed between two fingerprints, sorted. */
export function findChangedFiles(before: Fingerprint, after: Fingerprint): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

function digest(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return 'missing';
  }
}

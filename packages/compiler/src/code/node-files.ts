import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MOST_FILES } from './code-limits.js';
import type { LocalFiles } from './local-files.js';

/** The files on this machine, seen from a folder. Symbolic links are followed; sockets, devices and dead links are no files. */
export function nodeFiles(folder: string): LocalFiles {
  return {
    read: (path) => readFile(resolve(folder, path)),
    list: (path) => listFolder(resolve(folder, path)),
  };
}

const LEFT_BEHIND: ReadonlySet<string> = new Set([
  ...['__pycache__', '.ipynb_checkpoints', '.pytest_cache', '.mypy_cache', '.ruff_cache', '.venv'],
  ...['.git', '.millrace', 'node_modules', '.DS_Store'],
]);

function isLeftBehind(name: string): boolean {
  return LEFT_BEHIND.has(name) || name.endsWith('.pyc');
}

function readFile(path: string): Uint8Array | undefined {
  return isKind(path, 'file') ? readFileSync(path) : undefined;
}

function listFolder(folder: string): readonly string[] | undefined {
  if (!isKind(folder, 'folder')) return undefined;
  const files: string[] = [];
  collect({ folder, prefix: '', above: new Set([realpathSync(folder)]) }, files);
  return files;
}

interface Visit {
  readonly folder: string;
  readonly prefix: string;
  /** Real paths of the folders that this one lies in: a link back to one of them would never end. */
  readonly above: ReadonlySet<string>;
}

function collect(visit: Visit, files: string[]): void {
  for (const entry of readdirSync(visit.folder, { withFileTypes: true })) {
    // One more than allowed tells the caller that there are too many.
    if (files.length > MOST_FILES) return;
    if (!isLeftBehind(entry.name)) collectEntry(visit, entry, files);
  }
}

function collectEntry({ folder, prefix, above }: Visit, entry: Dirent, files: string[]): void {
  const path = join(folder, entry.name);
  const name = `${prefix}${entry.name}`;
  if (isKind(path, 'file')) files.push(name);
  else if (isKind(path, 'folder')) {
    const real = realpathSync(path);
    if (!above.has(real)) collect({ folder: path, prefix: `${name}/`, above: new Set([...above, real]) }, files);
  }
}

function isKind(path: string, kind: 'file' | 'folder'): boolean {
  // A path with a null byte, or through a file, is no file at all; both throw.
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return (kind === 'file' ? stats?.isFile() : stats?.isDirectory()) === true;
  } catch {
    return false;
  }
}

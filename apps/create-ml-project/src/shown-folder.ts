import { relative } from 'node:path';
import type { Scaffold } from './scaffold.js';

/** The shell command that enters the project's folder from where the person is. */
export function enterCommand({ surroundings, folder }: Pick<Scaffold, 'surroundings' | 'folder'>): string {
  const path = relative(surroundings.workingFolder, folder);
  return `cd ${/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`}`;
}

import { isAbsolute, relative } from 'node:path';
import type { Scaffold } from './scaffold.js';

/** The project's folder as a person would type it in a shell: short where it lies below, absolute elsewhere. */
export function showFolder({ surroundings, folder }: Pick<Scaffold, 'surroundings' | 'folder'>): string {
  const path = relative(surroundings.workingFolder, folder) || '.';
  const shown = path.startsWith('..') || isAbsolute(path) ? folder : path;
  return /^[\w./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}

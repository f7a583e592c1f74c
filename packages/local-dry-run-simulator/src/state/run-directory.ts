import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the next number for a run by creating its folder: `runs/0001`, `runs/0002`, … */
export function claimRunDirectory(stateDirectory: string): { readonly id: string; readonly path: string } {
  const runs = join(stateDirectory, 'runs');
  mkdirSync(runs, { recursive: true });
  const numbers = readdirSync(runs).map((name) => (/^\d+$/.test(name) ? Number(name) : 0));
  for (let number = Math.max(0, ...numbers) + 1; ; number += 1) {
    const id = String(number).padStart(4, '0');
    if (createFolder(join(runs, id))) return { id, path: join(runs, id) };
  }
}

// Another run may have taken the number between listing and creating.
function createFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

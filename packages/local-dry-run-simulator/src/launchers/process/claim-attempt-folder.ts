import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the folder of an attempt below a run: `steps/Train/attempt-1`. Steps whose names differ only in case share a
 * folder on disks that fold case; the second one gets a name of its own. Returns the path below the run, `/`-separated.
 */
export function claimAttemptFolder(
  runDirectory: string,
  { step, attempt }: { readonly step: string; readonly attempt: number },
): string {
  // Names of steps are letters, digits, "-" and "_"; a foreign definition may have anything.
  const parent = `steps/${step.replace(/[^A-Za-z0-9_-]/g, '_') || '_'}`;
  mkdirSync(join(runDirectory, parent), { recursive: true });
  for (let number = 1; ; number += 1) {
    const folder = `${parent}/attempt-${attempt}${number === 1 ? '' : `-${number}`}`;
    if (createFolder(join(runDirectory, folder))) return folder;
  }
}

function createFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

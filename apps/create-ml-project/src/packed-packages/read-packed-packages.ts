import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PackedPackage, packageListFile } from './packed-package.js';

/** @returns nothing where the folder is missing, as in the published generator */
export async function readPackedPackages(folder: string): Promise<readonly PackedPackage[]> {
  const list = join(folder, packageListFile);
  if (!existsSync(list)) return [];
  // Written by pack-packages.ts of the same build, so its shape is known.
  return JSON.parse(await readFile(list, 'utf8')) as PackedPackage[];
}

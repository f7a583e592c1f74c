import { directPackages } from '../packed-packages/direct-packages.js';
import { neededPackages } from '../packed-packages/needed-packages.js';
import { readPackedPackages } from '../packed-packages/read-packed-packages.js';
import type { Scaffold } from '../scaffold.js';
import type { Stop } from '../stop.js';

/** Before Millrace is published, a project takes its packages from tarballs that the build of this app made. */
export async function collectPackages(
  scaffold: Pick<Scaffold, 'surroundings' | 'packedPackages'>,
): Promise<Stop | undefined> {
  const packed = await readPackedPackages(scaffold.surroundings.packagesFolder);
  scaffold.packedPackages = neededPackages(directPackages, packed);
  return undefined;
}

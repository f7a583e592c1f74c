import { createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unpackArchive } from '../../archive/unpack-archive.js';
import type { Sandbox } from './sandbox.js';

/** Name that the SageMaker SDK gives to a packed source folder. */
const SOURCE_ARCHIVE = 'sourcedir.tar.gz';

/**
 * The requirements files among the paths that exist. A folder may also hold its files packed, and a script of the SDK
 * that unpacks them when the job starts; then the requirements are read out of the archive.
 */
export async function findRequirements(paths: readonly string[], sandbox: Sandbox): Promise<readonly string[]> {
  const found = await Promise.all(
    paths.map((path, index) => findOne(sandbox.placeOf(path), join(sandbox.root, `requirements-${index}`))),
  );
  return found.filter((file) => file !== undefined);
}

async function findOne(file: string, scratch: string): Promise<string | undefined> {
  if (existsSync(file)) return file;
  const archive = join(dirname(file), SOURCE_ARCHIVE);
  if (!existsSync(archive)) return undefined;
  await mkdir(scratch, { recursive: true });
  // A damaged archive fails the script that unpacks it, which says so best.
  await unpackArchive(createReadStream(archive), scratch).catch(() => undefined);
  const unpacked = join(scratch, 'requirements.txt');
  return existsSync(unpacked) ? unpacked : undefined;
}

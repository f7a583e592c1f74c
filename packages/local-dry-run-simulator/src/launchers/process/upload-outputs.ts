import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, packFolder } from '../../archive/pack-folder.js';
import type { PlannedOutput } from '../../container-plans/container-plan.js';
import type { ObjectStore } from '../../object-store/object-store.js';
import { joinS3Uri } from '../../object-store/s3-uri.js';
import type { Transfer } from '../launcher.js';
import type { Sandbox } from './sandbox.js';

/** Moves what a job wrote into the object store: each file by one rename, so that it appears whole. */
export async function uploadOutputs(
  outputs: readonly PlannedOutput[],
  sandbox: Sandbox,
  objects: ObjectStore,
): Promise<readonly Transfer[]> {
  const transfers: Transfer[] = [];
  for (const output of outputs) {
    const { uri } = output;
    const folder = sandbox.placeOf(output.path);
    if (uri === undefined || !existsSync(folder)) continue;
    const files = listFiles(folder);
    if (output.optional && files.length === 0) continue;
    const bytes = output.packed
      ? await uploadPacked(folder, uri, objects)
      : uploadFiles({ folder, files, uri }, objects);
    transfers.push({ name: output.name, uri, files: output.packed ? 1 : files.length, bytes });
  }
  return transfers;
}

async function uploadPacked(folder: string, uri: string, objects: ObjectStore): Promise<number> {
  const archive = `${folder}.${randomUUID()}.tar.gz`;
  await packFolder(folder, archive);
  const { size } = statSync(archive);
  objects.moveIn(uri, archive);
  return size;
}

interface Files {
  readonly folder: string;
  readonly files: readonly string[];
  readonly uri: string;
}

function uploadFiles({ folder, files, uri }: Files, objects: ObjectStore): number {
  let bytes = 0;
  for (const name of files) {
    const file = join(folder, name);
    bytes += statSync(file).size;
    const target = joinS3Uri(uri, name);
    // What a link leads to may be anybody's: it is copied.
    if (lstatSync(file).isSymbolicLink()) objects.put(target, { file });
    else objects.moveIn(target, file);
  }
  return bytes;
}

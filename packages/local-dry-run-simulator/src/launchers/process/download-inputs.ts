import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { unpackArchive } from '../../archive/unpack-archive.js';
import type { PlannedInput } from '../../container-plans/container-plan.js';
import { downloadObjects } from '../../object-store/download-objects.js';
import type { ObjectSource } from '../../object-store/object-store.js';
import type { Transfer } from '../launcher.js';
import type { Sandbox } from './sandbox.js';

/** What came in, or why something did not. */
export type Downloads = { readonly read: readonly Transfer[] } | { readonly problem: string };

/** Copies a job's inputs into its sandbox. */
export async function downloadInputs(
  inputs: readonly PlannedInput[],
  sandbox: Sandbox,
  objects: ObjectSource,
): Promise<Downloads> {
  const read: Transfer[] = [];
  for (const { name, uri, path, packed } of inputs) {
    if (uri === undefined) return { problem: `ClientError: the S3 URI of input "${name}" is not known` };
    const folder = sandbox.placeOf(path);
    const download = packed ? await downloadPacked(uri, folder, objects) : await downloadObjects(objects, uri, folder);
    if (download === undefined)
      return { problem: `ClientError: no object at ${uri} (input "${name}"); give it with --data ${uri}=PATH` };
    if ('problem' in download) return download;
    read.push({ name, uri, ...download });
  }
  return { read };
}

async function downloadPacked(uri: string, folder: string, objects: ObjectSource) {
  const object = objects.find(uri);
  if (object === undefined) return undefined;
  try {
    await unpackArchive(
      object.path === undefined ? Readable.from([object.read()]) : createReadStream(object.path),
      folder,
    );
    return { files: 1, bytes: object.bytes };
  } catch (error) {
    return {
      problem: `ClientError: ${uri} is no tar.gz archive: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

import { constants } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { ObjectSource, StoredObject } from './object-store.js';

/** What a download brought. */
export interface Download {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Copies what a URI names into a folder, as SageMaker does for an input of type S3Prefix: one object keeps its
 * base name; of a prefix, the part of each key after the prefix's folder. Undefined when there is no such object.
 */
export async function downloadObjects(
  source: ObjectSource,
  uri: string,
  folder: string,
): Promise<Download | undefined> {
  const object = source.find(uri);
  const files = object === undefined ? listBelow(source, uri) : [{ object, name: basename(uri) }];
  if (files.length === 0) return undefined;
  for (const { object: each, name } of files) await copyTo(each, placeBelow(folder, name));
  return { files: files.length, bytes: files.reduce((sum, { object: each }) => sum + each.bytes, 0) };
}

interface NamedObject {
  readonly object: StoredObject;
  readonly name: string;
}

function listBelow(source: ObjectSource, uri: string): readonly NamedObject[] {
  const folder = uri.endsWith('/') ? uri : `${uri}/`;
  const below = source.list(folder);
  const objects = below.length > 0 ? below : source.list(uri);
  const start = below.length > 0 ? folder.length : uri.lastIndexOf('/') + 1;
  const named = objects.map((object) => ({ object, name: object.uri.slice(start) }));
  // A key that ends in "/" marks a folder for people; it has no file.
  return named.filter(({ name }) => name !== '' && !name.endsWith('/'));
}

// A key may hold `..`; what it names must not end up outside of the folder.
function placeBelow(folder: string, name: string): string {
  const place = resolve(
    folder,
    name
      .split('/')
      .filter((part) => part !== '')
      .join(sep),
  );
  return place.startsWith(resolve(folder) + sep) ? place : join(folder, name.replaceAll('/', '_'));
}

async function copyTo(object: StoredObject, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if (object.path === undefined) await writeFile(file, object.read());
  else await copyFile(object.path, file, constants.COPYFILE_FICLONE);
}

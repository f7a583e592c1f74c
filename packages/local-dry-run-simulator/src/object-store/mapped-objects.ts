import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ObjectSource, StoredObject } from './object-store.js';
import { joinS3Uri } from './s3-uri.js';

/** Files of this machine that stand for objects: `s3://bucket/raw.csv=raw.csv`, `s3://bucket/data/=data`. */
export interface DataMapping {
  /** Of an object or of a prefix. */
  readonly uri: string;
  /** A file, or a folder whose files stand for the objects below the prefix. */
  readonly path: string;
}

/** The objects that one mapping provides. */
export function mappedObjects({ uri, path }: DataMapping): ObjectSource {
  const objects = (): readonly StoredObject[] => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return listFolder(path).map((name) => toObject(joinS3Uri(uri, name), join(path, name)));
    if (stats?.isFile()) return [toObject(uri.endsWith('/') ? joinS3Uri(uri, basename(path)) : uri, path)];
    return [];
  };
  return {
    find: (wanted) => objects().find((object) => object.uri === wanted),
    list: (prefix) => objects().filter((object) => object.uri.startsWith(prefix)),
  };
}

/** The mapping that `--data S3URI=PATH` means, or undefined when the text is of another form. */
export function parseDataMapping(text: string): DataMapping | undefined {
  const [, uri, path] = /^(s3:\/\/[^=]+)=(.+)$/s.exec(text) ?? [];
  return uri === undefined || path === undefined ? undefined : { uri, path };
}

function listFolder(folder: string, below = ''): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      return statSync(join(folder, name)).isDirectory() ? listFolder(folder, name) : [name];
    });
}

function toObject(uri: string, path: string): StoredObject {
  return { uri, path, bytes: statSync(path).size, read: () => readFileSync(path) };
}

import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { InternalError } from '@millrace/schema';
import { decodeKey, encodeFolder, encodeKey } from './encode-object-name.js';
import type { ObjectContent, ObjectStore, StoredObject } from './object-store.js';
import { formatS3Uri, parseS3Uri, type S3Location } from './s3-uri.js';

/** S3 on this machine: the folder `s3/` of a state directory. Objects appear whole or not at all. */
export class LocalS3 implements ObjectStore {
  readonly #objects: string;
  readonly #incoming: string;

  /** `directory`: the folder `s3/`; made when first written to. */
  constructor(directory: string) {
    this.#objects = directory;
    // On the same disk as the objects, so that a rename is enough; no bucket's name begins with a dot.
    this.#incoming = join(directory, '.incoming');
  }

  find(uri: string): StoredObject | undefined {
    const location = parseS3Uri(uri);
    if (location === undefined) return undefined;
    const path = this.#pathOf(location);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? toObject(uri, path, stats.size) : undefined;
  }

  list(prefix: string): readonly StoredObject[] {
    const location = parseS3Uri(prefix);
    if (location === undefined) return [];
    const { bucket, key } = location;
    const slash = key.lastIndexOf('/');
    const folder = slash === -1 ? '' : encodeFolder(key.slice(0, slash));
    return listFiles(join(this.#objects, encodeKey(bucket)), folder)
      .map((path) => ({ path, key: decodeKey(path) }))
      .filter((entry) => entry.key.startsWith(key))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .flatMap((entry) => this.find(formatS3Uri({ bucket, key: entry.key })) ?? []);
  }

  put(uri: string, content: ObjectContent): void {
    mkdirSync(this.#incoming, { recursive: true });
    const temporary = join(this.#incoming, randomUUID());
    if (typeof content === 'object' && 'file' in content)
      copyFileSync(content.file, temporary, constants.COPYFILE_FICLONE);
    else writeFileSync(temporary, content, { flush: true });
    this.moveIn(uri, temporary);
  }

  moveIn(uri: string, file: string): void {
    const location = parseS3Uri(uri);
    if (location === undefined) throw new InternalError(`not an S3 URI: ${uri}`);
    const path = this.#pathOf(location);
    mkdirSync(dirname(path), { recursive: true });
    moveFile(file, path);
  }

  #pathOf({ bucket, key }: S3Location): string {
    return join(this.#objects, encodeKey(bucket), encodeKey(key));
  }
}

function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another disk: copy beside the target first, so that the object still appears whole.
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    const beside = join(dirname(to), `.${randomUUID()}`);
    copyFileSync(from, beside);
    renameSync(beside, to);
    rmSync(from);
  }
}

function toObject(uri: string, path: string, bytes: number): StoredObject {
  return { uri, bytes, path, read: () => readFileSync(path) };
}

function listFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(root, path) : [path];
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

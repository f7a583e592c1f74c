import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';

/**
 * Unpacks a `tar.gz` into a folder. Only files and folders: links and devices have no place in a source archive, and
 * a name that leads out of the folder is left out.
 */
export async function unpackArchive(archive: Readable, folder: string): Promise<void> {
  const extracted = extract();
  const unpacked = pipeline(archive, createGunzip(), extracted);
  // An error of the archive ends the loop below too; it is reported once, by the await at the end.
  unpacked.catch(() => undefined);
  for await (const entry of extracted) {
    const target = targetOf(entry.header, folder);
    if (target === undefined) entry.resume();
    else {
      await mkdir(dirname(target), { recursive: true });
      await pipeline(entry, createWriteStream(target, { mode: (entry.header.mode ?? 0o644) | 0o600 }));
    }
  }
  await unpacked;
}

function targetOf({ name, type }: Header, folder: string): string | undefined {
  if (type !== 'file' && type !== 'contiguous-file') return undefined;
  const root = resolve(folder);
  const target = resolve(root, name);
  return target.startsWith(root + sep) ? target : undefined;
}

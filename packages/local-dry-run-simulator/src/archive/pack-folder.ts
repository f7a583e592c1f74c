import { createReadStream, createWriteStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

/** Everything of an archive that does not come from the files' content, so that equal folders give equal bytes. */
const NEUTRAL = { mtime: new Date(0), uid: 0, gid: 0 } as const;

/** Writes a folder's files as `tar.gz`: sorted, without times and owners. Returns the number of files. */
export async function packFolder(folder: string, archive: string): Promise<number> {
  const names = listFiles(folder);
  const packed = pack();
  // Level 1: an archive on the same disk is read once and soon; time counts more than size.
  const written = pipeline(packed, createGzip({ level: 1 }), createWriteStream(archive));
  for (const name of names) {
    const file = join(folder, name);
    const { size, mode } = statSync(file);
    const entry = packed.entry({ ...NEUTRAL, name, size, mode: mode & 0o111 ? 0o755 : 0o644 });
    await pipeline(createReadStream(file), entry);
  }
  packed.finalize();
  await written;
  return names.length;
}

/** The files below a folder, by path, `/`-separated and sorted; what a link leads to counts as a file. */
export function listFiles(folder: string, below = ''): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  const names = entries.flatMap((entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(folder, name);
    return statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ? [name] : [];
  });
  return names.sort();
}

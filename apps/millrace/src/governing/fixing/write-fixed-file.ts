import { readFile, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describeSystemError } from '../../output/describe-system-error.js';
import { writeOutputFile } from '../../output/write-output-file.js';

const WRITABLE = 0o222;

/**
 * Writes a fixed text in place of the one that was read, as a whole or not at all. Gives the reason where it was not
 * written: the file is read-only, or somebody has changed it since it was read.
 */
export async function writeFixedFile(
  file: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<string | undefined> {
  try {
    // What a link leads to is written, not the link.
    const path = await realpath(resolve(file));
    const { mode } = await stat(path);
    if ((mode & WRITABLE) === 0) return 'it is read-only';
    if ((await readFile(path, 'utf8')) !== before) return 'it has changed since it was read: check it again';
    await writeOutputFile(path, after);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? describeSystemError(error) : Promise.reject(error);
  }
}

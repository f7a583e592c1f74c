import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { didYouMean } from '@millrace/schema';

const READABLE = /\.(ya?ml|json)$/;

/** The file beside a missing one that was probably meant, written as the missing one was. A link to nothing is no help. */
export async function suggestFile(file: string, path: string): Promise<string | undefined> {
  const names = (await namesIn(dirname(path))).filter((name) => READABLE.test(name) && name !== basename(path));
  const near = didYouMean(basename(path), names);
  return near === undefined ? undefined : join(dirname(file), near);
}

/** The file that was probably meant by naming its directory. */
export async function suggestFileIn(file: string, path: string): Promise<string | undefined> {
  const names = (await namesIn(path)).filter((name) => READABLE.test(name));
  const found = names.find((name) => /^pipeline\.ya?ml$/.test(name)) ?? (names.length === 1 ? names[0] : undefined);
  return found === undefined ? undefined : join(file, found);
}

async function namesIn(directory: string): Promise<readonly string[]> {
  return readdir(directory).catch(() => []);
}

import { randomUUID } from 'node:crypto';
import { renameSync, rmdirSync } from 'node:fs';
import { copyFile, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { renderProject, vendorFolder } from '../render-project.js';
import type { Scaffold } from '../scaffold.js';
import { cancelled, fail, refuse, type Stop } from '../stop.js';

type Writing = Pick<
  Scaffold,
  | 'surroundings'
  | 'folder'
  | 'projectName'
  | 'environments'
  | 'region'
  | 'registry'
  | 'packedPackages'
  | 'draft'
  | 'interrupted'
  | 'files'
>;

/** Thrown between two files when the person has cancelled. */
class Interrupted extends Error {}

/** Writes into a folder beside the project's own and renames that once: there is a whole project or none. */
export async function writeProject(scaffold: Writing): Promise<Stop | undefined> {
  const draft = join(dirname(scaffold.folder), `.${basename(scaffold.folder)}-${randomUUID().slice(0, 8)}`);
  const firstNewParent = await makeParent(scaffold.folder);
  if (typeof firstNewParent === 'object') return firstNewParent;
  try {
    scaffold.draft = draft;
    const files = await writeDraft(scaffold, draft);
    takePlace(draft, scaffold.folder);
    scaffold.files = files;
    return undefined;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    await removeEmptyParents(dirname(scaffold.folder), firstNewParent);
    return error instanceof Interrupted ? cancelled : explain(error);
  } finally {
    scaffold.draft = undefined;
  }
}

/** @returns the topmost folder that had to be made, or why none can be */
async function makeParent(folder: string): Promise<string | undefined | Stop> {
  try {
    return await mkdir(dirname(folder), { recursive: true });
  } catch (error) {
    return explain(error);
  }
}

async function writeDraft(scaffold: Writing, draft: string): Promise<string[]> {
  const { packedPackages, surroundings } = scaffold;
  const texts = await renderProject({ ...scaffold, version: surroundings.version });
  await mkdir(draft);
  for (const [path, text] of texts) {
    goOn(scaffold);
    await mkdir(dirname(join(draft, path)), { recursive: true });
    await writeFile(join(draft, path), text);
  }
  if (packedPackages.length > 0) await mkdir(join(draft, vendorFolder), { recursive: true });
  const tarballs = packedPackages.map(({ file }) => `${vendorFolder}/${file}`);
  for (const path of tarballs) {
    goOn(scaffold);
    await copyFile(join(surroundings.packagesFolder, basename(path)), join(draft, path));
  }
  goOn(scaffold);
  return [...texts.keys(), ...tarballs].sort();
}

function goOn({ interrupted }: Writing): void {
  if (interrupted) throw new Interrupted();
}

/**
 * POSIX renames onto an empty folder in one go; Windows wants it removed first. Neither touches one with content.
 * Synchronous, so that no interruption finds it half done.
 */
function takePlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
    rmdirSync(folder);
    renameSync(draft, folder);
  }
}

/** From the innermost outwards; ends at the first that somebody else has put something into. */
async function removeEmptyParents(folder: string, outermost: string | undefined): Promise<void> {
  if (outermost === undefined || !folder.startsWith(outermost)) return;
  await rmdir(folder).then(
    () => removeEmptyParents(dirname(folder), outermost),
    () => undefined,
  );
}

function explain(error: unknown): Stop {
  const code = codeOf(error);
  if (code === 'ENOTEMPTY' || code === 'EEXIST') {
    return refuse('the folder was filled by something else meanwhile: choose another one.');
  }
  // Without a code it is no answer of the file system but a bug of ours.
  if (code === undefined) throw error;
  return fail(`the project could not be written (${(error as Error).message}): nothing was left behind.`);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
}

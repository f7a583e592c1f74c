import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { detectLanguage } from '@millrace/compiler';
import { DEFINITION_VERSION } from '@millrace/schema';

/** Folders that tools write. What begins with a dot is not looked into either. */
const WRITTEN_BY_TOOLS: ReadonlySet<string> = new Set([
  ...['node_modules', 'dist', 'build', 'coverage', 'reports', 'cdk.out', '__pycache__', 'venv'],
]);

const SPEC = /^pipeline\.ya?ml$/;

/** SageMaker takes definitions of a million characters; indented they are a few times as long. */
const LONGEST_DEFINITION_BYTES = 8 * 1024 * 1024;

/** The specs and definitions below a folder, as paths relative to it, in the order of their names. */
export async function findPipelines(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  // One after the other: thousands of files at once would be more than a process may open.
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    found.push(...(await pipelinesIn(entry, folder)));
  }
  return found;
}

async function pipelinesIn(entry: Dirent, folder: string): Promise<readonly string[]> {
  const { name } = entry;
  const path = join(folder, name);
  if (!entry.isDirectory()) return SPEC.test(name) || (await isDefinition(path)) ? [name] : [];
  if (name.startsWith('.') || WRITTEN_BY_TOOLS.has(name)) return [];
  return (await findPipelines(path)).map((each) => join(name, each));
}

async function isDefinition(path: string): Promise<boolean> {
  if (!path.endsWith('.json')) return false;
  const stats = await stat(path).catch(() => undefined);
  // Reading a pipe or a device would wait for ever.
  if (stats?.isFile() !== true || stats.size > LONGEST_DEFINITION_BYTES) return false;
  const text = await readFile(path, 'utf8').catch(() => '');
  // Projects hold much JSON, and nearly none of it has these words.
  return text.includes(`"${DEFINITION_VERSION}"`) && detectLanguage({ file: path, text }) === 'definition';
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generatedFiles } from './generated-files.js';

/** `tsx main.ts` writes the generated files; `tsx main.ts --check` fails when they are not what it would write. */
async function main(argv: readonly string[]): Promise<void> {
  const files = await generatedFiles();
  if (!argv.includes('--check')) return write(files);
  const stale = await findStale(files);
  if (stale.length === 0) return;
  console.error(`Not what the service model generator writes: ${stale.join(', ')}. Run it without --check.`);
  process.exitCode = 1;
}

async function write(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.error(`${path}: ${text.length} characters`);
  }
}

async function findStale(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [path, text] of files) {
    const present = await readFile(path, 'utf8').catch(() => undefined);
    if (present !== text) stale.push(path);
  }
  return stale;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

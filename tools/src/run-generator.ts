import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a generator writes, by absolute path. */
export type GeneratedFiles = () => Promise<ReadonlyMap<string, string>>;

/**
 * The whole of a generator's command line: without arguments it writes the files; with `--check` it fails (exit code 1)
 * when they are not what it would write.
 * @param name what the files are, for messages
 */
export function runGenerator(name: string, generatedFiles: GeneratedFiles): void {
  generate(name, generatedFiles).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

async function generate(name: string, generatedFiles: GeneratedFiles): Promise<void> {
  const files = await generatedFiles();
  if (!process.argv.includes('--check')) return write(files);
  const stale = await findStale(files);
  if (stale.length === 0) return;
  console.error(`Not what the generator of the ${name} writes: ${stale.join(', ')}. Run it without --check.`);
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

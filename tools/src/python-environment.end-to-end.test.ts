import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureVirtualEnvironment } from './python-environment.js';

let folder: string;
const cached = () => readdir(join(folder, 'millrace', 'venvs'));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-venv-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function requirements(text: string): Promise<string> {
  const file = join(folder, 'requirements.txt');
  await writeFile(file, text);
  return file;
}

test('two that start at once share one environment, and a third finds it', async () => {
  const file = await requirements('# nothing\n');
  const [first, second] = await Promise.all([ensureVirtualEnvironment(file), ensureVirtualEnvironment(file)]);
  await access(first.python);
  expect(second).toEqual(first);
  expect(await cached()).toHaveLength(2); // the environment and the link that publishes it
  expect(await ensureVirtualEnvironment(file)).toEqual(first);
  expect(await cached()).toHaveLength(2);
});

test('an edit of the requirements makes another environment', async () => {
  const first = await ensureVirtualEnvironment(await requirements('# one\n'));
  const second = await ensureVirtualEnvironment(await requirements('# two\n'));
  expect(second.python).not.toBe(first.python);
});

test('says plainly that PyPI cannot be reached, and leaves nothing behind', async () => {
  for (const name of ['PIP_INDEX_URL', 'UV_DEFAULT_INDEX']) vi.stubEnv(name, 'http://127.0.0.1:9/simple');
  vi.stubEnv('PIP_RETRIES', '0');
  const file = await requirements('six==1.17.0\n');
  await expect(ensureVirtualEnvironment(file)).rejects.toThrow(/PyPI cannot be reached/);
  expect(await cached()).toEqual([]);
});

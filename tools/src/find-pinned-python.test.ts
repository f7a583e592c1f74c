import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { findPinnedPython } from './find-pinned-python.js';

const folder = mkdtempSync(join(tmpdir(), 'millrace-python-'));
const requirements = join(folder, 'requirements.txt');
writeFileSync(requirements, 'none==1\n');

beforeEach(() => {
  vi.stubEnv('PATH', folder);
  vi.stubEnv('XDG_CACHE_HOME', folder);
  vi.stubEnv('MILLRACE_EVERY_SUITE', undefined);
  return () => vi.unstubAllEnvs();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a machine without Python gives an obstacle to name', async () => {
  expect(await findPinnedPython(requirements)).toEqual({ obstacle: expect.stringMatching('python3 is not on PATH') });
});

test('where every suite must run, the obstacle is an error', async () => {
  vi.stubEnv('MILLRACE_EVERY_SUITE', '1');
  await expect(findPinnedPython(requirements)).rejects.toThrow('python3 is not on PATH');
});

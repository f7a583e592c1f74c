import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { repositoryRoot } from '../repository.js';
import { mutatedSpecs } from './mutated-specs.js';
import { mutantsFrom } from './run-campaign.js';

const folder = mkdtempSync(join(tmpdir(), 'millrace-campaign-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the built command line survives fifty mutated specs', () => {
  const launcher = join(repositoryRoot, 'apps/millrace/bin/millrace.js');
  for (const { text: input } of mutantsFrom(mutatedSpecs(), { seed: 3, count: 50 })) {
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [launcher, 'compile', '-'], {
      ...{ cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 26, timeout: 30_000 },
      env: { PATH: process.env['PATH'], HOME: folder },
    });
    expect({ status, signal, input }).toEqual({
      status: expect.toSatisfy((code) => code === 0 || code === 1),
      signal: null,
      input,
    });
    expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(status === 0 ? stdout : stderr).toMatch(/\S/);
  }
});

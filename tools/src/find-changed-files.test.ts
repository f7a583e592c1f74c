import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChangedFiles, fingerprint } from './find-changed-files.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-changed-'));
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  writeFileSync(join(folder, '.gitignore'), 'ignored.txt\n');
  writeFileSync(join(folder, 'kept.txt'), 'same');
  writeFileSync(join(folder, 'changed.txt'), 'before');
  writeFileSync(join(folder, 'removed.txt'), 'gone soon');
  execFileSync('git', ['add', '.'], { cwd: folder });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('finds added, changed and removed files, and none that git ignores', () => {
  const before = fingerprint(folder, ['.']);
  writeFileSync(join(folder, 'changed.txt'), 'after');
  writeFileSync(join(folder, 'added.txt'), 'new');
  writeFileSync(join(folder, 'ignored.txt'), 'noise');
  rmSync(join(folder, 'removed.txt'));
  expect(findChangedFiles(before, fingerprint(folder, ['.']))).toEqual(['added.txt', 'changed.txt', 'removed.txt']);
});

test('looks only below the given paths', () => {
  expect([...fingerprint(folder, ['kept.txt']).keys()]).toEqual(['kept.txt']);
});

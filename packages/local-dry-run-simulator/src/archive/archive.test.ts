import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listFiles, packFolder } from './pack-folder.js';
import { unpackArchive } from './unpack-archive.js';

const folder = mkdtempSync(join(tmpdir(), 'millrace-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

function makeTree(name: string): string {
  const root = join(folder, name);
  mkdirSync(join(root, 'sub'), { recursive: true });
  writeFileSync(join(root, 'train.py'), 'print(1)\n');
  writeFileSync(join(root, 'sub', 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
  symlinkSync('train.py', join(root, 'link.py'));
  return root;
}

test('a packed folder comes back, links as what they lead to', async () => {
  const archive = join(folder, 'a.tar.gz');
  expect(await packFolder(makeTree('one'), archive)).toBe(3);
  await unpackArchive(createReadStream(archive), join(folder, 'out'));
  expect(listFiles(join(folder, 'out'))).toEqual(['link.py', 'sub/run.sh', 'train.py']);
  expect(readFileSync(join(folder, 'out', 'link.py'), 'utf8')).toBe('print(1)\n');
  expect(statSync(join(folder, 'out', 'sub', 'run.sh')).mode & 0o111).toBe(0o111);
});

test('equal folders give equal bytes', async () => {
  await packFolder(makeTree('two'), join(folder, '2.tar.gz'));
  await packFolder(makeTree('three'), join(folder, '3.tar.gz'));
  expect(readFileSync(join(folder, '2.tar.gz'))).toEqual(readFileSync(join(folder, '3.tar.gz')));
});

test('what is no archive is an error', async () => {
  writeFileSync(join(folder, 'no.tar.gz'), 'no archive');
  await expect(unpackArchive(createReadStream(join(folder, 'no.tar.gz')), join(folder, 'no'))).rejects.toThrow();
});

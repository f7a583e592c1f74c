import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { extract } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleProcessing } from './bundle-processing.js';
import { bundleTraining } from './bundle-training.js';
import { makeCodeBundle } from './code-bundle.js';
import { nodeFiles } from './node-files.js';
import { packTarGz } from './pack-tar.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-code-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

async function unpack(archive: Uint8Array): Promise<Record<string, string>> {
  const entries: Record<string, string> = {};
  const stream = extract();
  stream.end(gunzipSync(archive));
  for await (const entry of stream) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk);
    entries[entry.header.name] = Buffer.concat(chunks).toString();
  }
  return entries;
}

const train = (code: { script: string; sourceDir?: string; requirements?: string }) =>
  bundleTraining({ files: nodeFiles(folder), code, path: ['training'] });
const process = (code: { script: string; sourceDir?: string; requirements?: string }) =>
  bundleProcessing({ files: nodeFiles(folder), code, path: ['processing'], folder: '/code' });

describe('bundleTraining', () => {
  it('packs the script alone, and requirements under the name that the images install', async () => {
    write({ 'src/train.py': 'train', 'src/other.py': 'other', 'deps.txt': 'numpy' });
    const { value } = train({ script: './src/train.py', requirements: 'deps.txt' });
    expect(value?.program).toBe('train.py');
    expect(value?.bundle.files.map((file) => file.path)).toEqual(['sourcedir.tar.gz']);
    expect(value?.bundle.sources.map((file) => file.path)).toEqual(['requirements.txt', 'train.py']);
    expect(await unpack(value?.bundle.files[0]?.bytes ?? new Uint8Array())).toEqual({
      'requirements.txt': 'numpy',
      'train.py': 'train',
    });
  });

  it('packs a folder without what tools leave behind, and follows links but not in circles', async () => {
    write({ 'src/a/train.py': 't', 'src/__pycache__/x.pyc': 'x', 'src/.git/HEAD': 'h', 'lib/z.py': 'z' });
    symlinkSync(join(folder, 'lib'), join(folder, 'src/lib'), 'junction');
    symlinkSync(join(folder, 'src'), join(folder, 'src/a/again'), 'junction');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'src/dead'), 'junction');
    const { value } = train({ sourceDir: 'src', script: 'a/train.py' });
    expect(value?.program).toBe('a/train.py');
    expect(await unpack(value?.bundle.files[0]?.bytes ?? new Uint8Array())).toEqual({
      'a/train.py': 't',
      'lib/z.py': 'z',
    });
  });

  it('gives the same bytes whenever the files were written', () => {
    write({ 'src/train.py': 't', 'src/b.py': 'b' });
    const before = train({ sourceDir: 'src', script: 'train.py' }).value?.bundle;
    utimesSync(join(folder, 'src/b.py'), 1, 1);
    expect(train({ sourceDir: 'src', script: 'train.py' }).value?.bundle).toEqual(before);
  });
});

describe('bundleProcessing', () => {
  it('lays the files out as they are', () => {
    write({ 'src/prep.py': 'p' });
    const { value } = process({ script: 'src/prep.py' });
    expect(value?.entrypoint).toEqual(['python3', '/code/prep.py']);
    expect(value?.bundle.files.map((file) => file.path)).toEqual(['prep.py']);
  });

  it('starts with a script that installs requirements first, in their folder, and passes arguments on', () => {
    write({ 'src/it is.sh': 'echo "$PWD:$1"', 'src/requirements.txt': 'numpy' });
    const { value } = process({ script: 'src/it is.sh', requirements: 'src/requirements.txt' });
    expect(value?.entrypoint).toEqual(['/bin/bash', '/code/millrace-start.sh']);
    const target = join(folder, 'container');
    mkdirSync(join(target, 'bin'), { recursive: true });
    for (const file of value?.bundle.files ?? []) writeFileSync(join(target, file.path), file.bytes);
    writeFileSync(join(target, 'bin/python3'), '#!/bin/sh\necho "pip: $*"\n', { mode: 0o755 });
    const env = { PATH: `${join(target, 'bin')}:/usr/bin:/bin` };
    const output = execFileSync('/bin/bash', [join(target, 'millrace-start.sh'), 'a b'], { env, encoding: 'utf8' });
    expect(output).toContain('pip: -m pip install --disable-pip-version-check -r requirements.txt\n');
    expect(output).toMatch(/container:a b\n$/);
  });
});

describe('what is wrong with local code', () => {
  const said = (outcome: { diagnostics: readonly { code: string; path: unknown; help?: string }[] }) =>
    outcome.diagnostics.map((each) => [each.code, each.path, each.help]);

  it('names what is missing, all at once, with what was probably meant', () => {
    write({ 'src/train.py': 't' });
    expect(said(train({ script: 'src/trian.py', requirements: 'nope/requirements.txt' }))).toEqual([
      ['spec/missing-file', ['training', 'script'], 'did you mean "src/train.py"?'],
      [
        'spec/missing-file',
        ['training', 'requirements'],
        'there is no folder nope either; paths are relative to the folder of the spec',
      ],
    ]);
    expect(said(train({ script: 'src/train.py', sourceDir: 'src' }))).toEqual([
      ['spec/missing-file', ['training', 'script'], 'script is relative to sourceDir: write "train.py"'],
    ]);
    expect(said(train({ script: 'train.py', sourceDir: 'sources' }))).toEqual([
      ['spec/missing-file', ['training', 'sourceDir'], 'paths are relative to the folder of the spec'],
    ]);
  });

  it('refuses scripts outside of sourceDir, and paths that are not relative', () => {
    write({ 'src/a.py': 'a', 'b.py': 'b' });
    expect(said(train({ script: '../b.py', sourceDir: 'src' }))[0]?.[0]).toBe('spec/script-outside-source-dir');
    for (const script of ['/b.py', 'C:\\b.py', 's3://x/b.py', 'src\\a.py', '~/b.py', ' ', 'b\0.py'])
      expect(said(process({ script }))[0]?.[0]).toBe('spec/path-not-relative');
  });

  it('refuses files that would be lost under the names of others', () => {
    write({ 'src/a.py': 'a', 'src/requirements.txt': 'x', 'other.txt': 'y', 'src/millrace-start.sh': 's' });
    const code = { script: 'a.py', sourceDir: 'src' };
    expect(said(train({ ...code, requirements: 'other.txt' }))[0]?.[0]).toBe('spec/code-file-clash');
    expect(said(train({ ...code, requirements: 'src/requirements.txt' }))).toEqual([]);
    expect(said(process({ ...code, requirements: 'src/requirements.txt' }))[0]?.[0]).toBe('spec/code-file-clash');
  });
});

describe('packTarGz', () => {
  const segment = fc.stringMatching(/^[a-zé_]{1,60}$/);
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
  const file = fc.record({ path, bytes: fc.uint8Array({ maxLength: 300 }) });
  const files = fc.uniqueArray(file, { selector: (each) => each.path, maxLength: 8 });

  it('depends on names and contents alone, never on the order, and unpacks to them', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const archive = packTarGz(given);
        expect(packTarGz([...given].reverse())).toEqual(archive);
        expect(makeCodeBundle([...given].reverse())).toEqual(makeCodeBundle(given));
        const texts = given.map((each) => [each.path, Buffer.from(each.bytes).toString()]);
        expect(await unpack(archive)).toEqual(Object.fromEntries(texts));
      }),
    );
  });

  it('is read by the tar of the system, names of any length included', () => {
    const long = `${'folder/'.repeat(30)}é.py`;
    const archive = packTarGz([
      { path: 'run.sh', bytes: Buffer.from('#!/bin/sh') },
      { path: long, bytes: Buffer.from('x') },
      { path: 'empty', bytes: new Uint8Array() },
    ]);
    writeFileSync(join(folder, 'a.tar.gz'), archive);
    execFileSync('tar', ['-xzf', 'a.tar.gz'], { cwd: folder });
    expect(readFileSync(join(folder, long), 'utf8')).toBe('x');
    expect(statSync(join(folder, 'run.sh')).mode & 0o111).not.toBe(0);
  });

  it('has a header without time and system, and content in stored blocks of any length', () => {
    const large = { path: 'data.bin', bytes: new Uint8Array(200_000).fill(7) };
    const archive = packTarGz([large]);
    expect([...archive.slice(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    expect(gunzipSync(archive).length).toBeGreaterThan(200_000);
  });
});

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, temporaryFolder, tryOut } from '../../test/try-out.js';
import { writeProject } from './write-project.js';

const schema = { name: '@millrace/schema', version: '0.1.0', file: 'schema-0.1.0-abc.tgz', dependencies: [] };

function scaffoldFor(path: string, options: Parameters<typeof tryOut>[0] = {}) {
  const scaffold = Object.assign(tryOut(options), { projectName: 'churn', region: 'eu-west-1' });
  return Object.assign(scaffold, { folder: join(scaffold.surroundings.workingFolder, path) });
}

describe('writeProject', () => {
  it('writes all files and leaves nothing else behind', async () => {
    const scaffold = scaffoldFor('churn');
    expect(await writeProject(scaffold)).toBeUndefined();
    expect(listFiles(scaffold.folder)).toEqual(scaffold.files);
    expect(readdirSync(scaffold.surroundings.workingFolder)).toEqual(['churn']);
    expect(scaffold.draft).toBeUndefined();
  });

  it('makes the folders above', async () => {
    const scaffold = scaffoldFor('a/b/churn');
    expect(await writeProject(scaffold)).toBeUndefined();
    expect(listFiles(scaffold.folder)).toContain('package.json');
  });

  it('gives the folder the permissions that any new folder has', async () => {
    const scaffold = scaffoldFor('churn');
    await writeProject(scaffold);
    mkdirSync(join(scaffold.surroundings.workingFolder, 'ordinary'));
    const modes = ['churn', 'ordinary'].map((it) => statSync(join(scaffold.surroundings.workingFolder, it)).mode);
    expect(modes[0]).toBe(modes[1]);
  });

  it('copies tarballs and depends on them by path', async () => {
    const packagesFolder = temporaryFolder();
    writeFileSync(join(packagesFolder, schema.file), 'bytes');
    const scaffold = Object.assign(scaffoldFor('churn', { surroundings: { packagesFolder } }), {
      packedPackages: [schema],
    });
    expect(await writeProject(scaffold)).toBeUndefined();
    expect(readFileSync(join(scaffold.folder, 'vendor/millrace', schema.file), 'utf8')).toBe('bytes');
    const { devDependencies } = JSON.parse(readFileSync(join(scaffold.folder, 'package.json'), 'utf8'));
    expect(devDependencies).toMatchObject({ '@millrace/schema': `file:vendor/millrace/${schema.file}` });
    expect(devDependencies).not.toHaveProperty('millrace');
  });

  it('removes everything when a file cannot be written, the folders above included', async () => {
    const scaffold = Object.assign(scaffoldFor('a/b/churn'), { packedPackages: [schema] });
    const stop = await writeProject(scaffold);
    expect(stop).toMatchObject({ exitCode: 1, sentence: expect.stringContaining('could not be written (ENOENT') });
    expect(readdirSync(scaffold.surroundings.workingFolder)).toEqual([]);
    expect(scaffold.files).toEqual([]);
  });

  it('never overwrites what appeared in the folder meanwhile', async () => {
    const scaffold = scaffoldFor('churn');
    mkdirSync(scaffold.folder);
    writeFileSync(join(scaffold.folder, 'mine.txt'), 'mine');
    expect(await writeProject(scaffold)).toMatchObject({ exitCode: 2 });
    expect(listFiles(scaffold.surroundings.workingFolder)).toEqual(['churn/mine.txt']);
  });
});

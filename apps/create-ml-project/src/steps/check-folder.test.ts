import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryOut } from '../../test/try-out.js';
import { checkFolder } from './check-folder.js';

/** A scaffold whose folder is `churn`, after `prepare` has put something there. */
function scaffoldWith(prepare: (folder: string) => void) {
  const scaffold = tryOut();
  scaffold.folder = join(scaffold.surroundings.workingFolder, 'churn');
  prepare(scaffold.folder);
  return scaffold;
}

function fill(folder: string, ...names: string[]): void {
  mkdirSync(folder);
  for (const name of names) writeFileSync(join(folder, name), '');
}

describe('checkFolder', () => {
  it.each([
    ['does not exist', () => undefined],
    ['is empty', (folder: string) => fill(folder)],
  ])('accepts a folder that %s', async (_, prepare) => {
    expect(await checkFolder(scaffoldWith(prepare))).toBeUndefined();
  });

  it('follows a link to an empty folder, so that the link stays', async () => {
    const scaffold = scaffoldWith((folder) => {
      mkdirSync(`${folder}-real`);
      symlinkSync(`${folder}-real`, folder);
    });
    expect(await checkFolder(scaffold)).toBeUndefined();
    expect(scaffold.folder).toMatch(/churn-real$/);
  });

  const elsewhere = 'choose a folder that does not exist yet, or an empty one.';
  it.each([
    ['one file', ['a'], `churn is not empty (a): ${elsewhere}`],
    ['many files', ['d', 'b', '.git', 'a', 'c'], `churn is not empty (.git, a and 3 more): ${elsewhere}`],
  ])('refuses a folder with %s', async (_, names, sentence) => {
    expect(await checkFolder(scaffoldWith((folder) => fill(folder, ...names)))).toEqual({ exitCode: 2, sentence });
  });

  it('refuses a file', async () => {
    const sentence = `churn is a file: ${elsewhere}`;
    expect(await checkFolder(scaffoldWith((path) => writeFileSync(path, '')))).toEqual({ exitCode: 2, sentence });
  });

  it('refuses a project, naming the version that made it', async () => {
    const scaffold = scaffoldWith((folder) => {
      mkdirSync(folder);
      writeFileSync(join(folder, '.create-ml-project.json'), '{ "version": "0.0.9" }');
    });
    const sentence = `churn is already a project of create-ml-project 0.0.9: ${elsewhere}`;
    expect(await checkFolder(scaffold)).toEqual({ exitCode: 2, sentence });
  });

  it('refuses to replace the folder that the person is in', async () => {
    const scaffold = tryOut();
    scaffold.folder = scaffold.surroundings.workingFolder;
    expect(await checkFolder(scaffold)).toMatchObject({ exitCode: 2, sentence: expect.stringContaining('go one up') });
  });
});

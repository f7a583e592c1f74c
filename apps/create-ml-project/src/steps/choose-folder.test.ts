import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryOut } from '../../test/try-out.js';
import { chooseFolder } from './choose-folder.js';

describe('chooseFolder', () => {
  it('takes the folder of the command line', async () => {
    const scaffold = tryOut({ request: { folder: 'a/churn' } });
    expect(await chooseFolder(scaffold)).toBeUndefined();
    expect(scaffold.folder).toBe(join(scaffold.surroundings.workingFolder, 'a/churn'));
  });

  it('asks a person', async () => {
    const scaffold = tryOut({ request: { folder: undefined }, answers: ['churn'] });
    expect(await chooseFolder(scaffold)).toBeUndefined();
    expect(scaffold).toMatchObject({ folder: join(scaffold.surroundings.workingFolder, 'churn'), asked: true });
  });

  it('ends when the person cancels', async () => {
    const scaffold = tryOut({ request: { folder: undefined }, answers: [undefined] });
    expect(await chooseFolder(scaffold)).toMatchObject({ exitCode: 130 });
  });

  it.each([
    ['nobody is there', {}],
    ['--yes forbids to ask', { answers: ['churn'], request: { folder: undefined, yes: true } }],
  ])('refuses when the folder is missing and %s', async (_, options) => {
    const scaffold = tryOut({ request: { folder: undefined }, ...options });
    expect(await chooseFolder(scaffold)).toEqual({
      exitCode: 2,
      sentence: 'DIR is missing: say where the project goes, for example "create-ml-project churn".',
    });
  });

  it('does not take an empty text for the current folder', async () => {
    expect(await chooseFolder(tryOut({ request: { folder: '' } }))).toMatchObject({ exitCode: 2 });
  });
});

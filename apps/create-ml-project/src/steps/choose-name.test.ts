import { describe, expect, it } from 'vitest';
import { tryOut } from '../../test/try-out.js';
import { nameRule } from '../project-name.js';
import { chooseName } from './choose-name.js';

function scaffoldIn(folder: string, options: Parameters<typeof tryOut>[0] = {}) {
  return Object.assign(tryOut(options), { folder });
}

describe('chooseName', () => {
  it('takes the name of the folder', async () => {
    const scaffold = scaffoldIn('/home/ada/churn');
    expect(await chooseName(scaffold)).toBeUndefined();
    expect(scaffold.projectName).toBe('churn');
  });

  it('prefers --name, whatever the folder is called', async () => {
    const scaffold = scaffoldIn('/home/ada/My Models', { request: { name: 'churn' } });
    expect(await chooseName(scaffold)).toBeUndefined();
    expect(scaffold.projectName).toBe('churn');
  });

  it('asks a person when the folder gives no name', async () => {
    const scaffold = scaffoldIn('/home/ada/My Models', { answers: ['churn'] });
    expect(await chooseName(scaffold)).toBeUndefined();
    expect(scaffold).toMatchObject({ projectName: 'churn', asked: true });
  });

  it('ends when the person cancels', async () => {
    expect(await chooseName(scaffoldIn('/home/ada/My Models', { answers: [] }))).toMatchObject({ exitCode: 130 });
  });

  it.each([
    ['/home/ada/My Models', {}, `"My Models" cannot be a project name: ${nameRule}; try --name my-models.`],
    ['/home/ada/2024', {}, `"2024" cannot be a project name: ${nameRule}; give one with --name.`],
    [
      '/home/ada/churn',
      { request: { name: 'Churn' }, answers: ['churn'] },
      `"Churn" cannot be a project name: ${nameRule}; try --name churn.`,
    ],
  ])('refuses in one sentence (%s, %j)', async (folder, options, sentence) => {
    expect(await chooseName(scaffoldIn(folder, options))).toEqual({ exitCode: 2, sentence });
  });
});

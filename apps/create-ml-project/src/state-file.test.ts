import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { stateFile } from './state-file.js';

const environments = [{ name: 'dev', account: '111111111111' }];
const platform = { environments, region: 'eu-west-1', registry: 'dev' };
const answers = { projectName: 'churn', models: ['churn'], millracePackages: {}, ...platform };
const content = { version: '0.1.0', template: 'tabular', answers };

it('records the version, the answers and a hash of every file', () => {
  const text = stateFile.render({ ...content, managed: new Map([['b', 'B']]), owned: new Map([['c', 'C']]) });
  const sha256 = (of: string) => `sha256:${createHash('sha256').update(of).digest('hex')}`;
  expect(JSON.parse(text)).toEqual({ ...content, managed: { b: sha256('B') }, owned: { c: sha256('C') } });
  expect(stateFile.versionIn(text)).toBe('0.1.0');
});

it('survives a state file that somebody has broken', () => {
  expect(stateFile.versionIn('{')).toBe('of unknown version');
});

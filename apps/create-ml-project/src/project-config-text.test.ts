import { expect, it } from 'vitest';
import { projectConfigText } from './project-config-text.js';

const environments = [
  { name: 'dev', account: '011111111111' },
  { name: 'prod', account: '222222222222' },
];
const content = { environments, region: 'eu-west-1', registry: 'prod' };

it('says account and region of each environment, and where the registry is', () => {
  const text = projectConfigText(content);
  expect(text).toContain('  dev:\n    account: "011111111111"\n    region: eu-west-1\n  prod:\n');
  expect(text).toMatch(/^registry: prod$/m);
  expect(text).not.toContain('not filled in');
});

it('shows where accounts belong that nobody has given', () => {
  const text = projectConfigText({ ...content, environments: [{ name: 'dev', account: undefined }] });
  expect(text).toContain('  dev:\n    # account: "111111111111"\n    region: eu-west-1\n');
  expect(text).toContain('The accounts are not filled in yet');
});

it('asks for the baseline of the governance rules', () => {
  expect(projectConfigText(content)).toMatch(/^governance:\n {2}profiles: \[baseline\]$/m);
});

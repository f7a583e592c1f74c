import { expect, it } from 'vitest';
import { projectConfigSchema } from './project-config.js';
import { registryEnvironmentOf } from './registry-environment.js';

const environments = { dev: {}, preprod: {}, prod: {} };
const read = (registry?: string) => projectConfigSchema.safeParse({ environments, registry });

it('keeps models in the environment that it names, else in the first', () => {
  expect(registryEnvironmentOf(projectConfigSchema.parse({ environments, registry: 'prod' }))).toBe('prod');
  expect(registryEnvironmentOf(projectConfigSchema.parse({ environments }))).toBe('dev');
  expect(registryEnvironmentOf(projectConfigSchema.parse({}))).toBeUndefined();
});

it.each([
  ['prd', 'there is no environment "prd"; did you mean "prod"?'],
  ['tooling', 'there is no environment "tooling"; allowed: dev, preprod, prod'],
])('refuses %s', (registry, message) => {
  expect(read(registry).error?.issues).toEqual([expect.objectContaining({ path: ['registry'], message })]);
});

it('says where the environment belongs when there are none', () => {
  const { error } = projectConfigSchema.safeParse({ registry: 'dev' });
  expect(error?.issues[0]?.message).toBe('there is no environment "dev"; add it below "environments:"');
});

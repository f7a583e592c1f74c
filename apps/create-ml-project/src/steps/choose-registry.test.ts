import { expect, it } from 'vitest';
import { tryOut } from '../../test/try-out.js';
import { chooseRegistry } from './choose-registry.js';

const environments = ['dev', 'preprod', 'prod'].map((name) => ({ name, account: undefined }));
const choosing = (registry?: string) => Object.assign(tryOut({ request: { registry } }), { environments });

it.each([
  [undefined, 'dev'],
  ['prod', 'prod'],
])('puts the registry of %s into %s', async (given, registry) => {
  const scaffold = choosing(given);
  expect(await chooseRegistry(scaffold)).toBeUndefined();
  expect(scaffold.registry).toBe(registry);
});

it('refuses an environment that there is not', async () => {
  const sentence = '--registry: no environment "tooling". Environments: dev, preprod, prod.';
  expect(await chooseRegistry(choosing('tooling'))).toEqual({ exitCode: 2, sentence });
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../repository.js';
import { bundledPackages, packageDirectory } from './bundled-packages.js';
import { renderLicences } from './render-licences.js';

test.each([
  ['../../node_modules/commander/lib/command.js', '../../node_modules/commander'],
  ['../../node_modules/@clack/core/dist/index.mjs', '../../node_modules/@clack/core'],
  ['../../node_modules/a/node_modules/b/index.js', '../../node_modules/a/node_modules/b'],
  ['../../packages/schema/src/index.ts', undefined],
])('%s belongs to %s', (module, directory) => {
  expect(packageDirectory(module)).toBe(directory);
});

test('renders each package once, with its licence text', () => {
  const modules = ['commander/lib/command.js', 'commander/lib/help.js'].map((it) => join('node_modules', it));
  const packages = bundledPackages([...modules, 'packages/schema/src/a.ts'].map((it) => join(repositoryRoot, it)));
  expect(packages.map((it) => it.name)).toEqual(['commander']);
  expect(renderLicences(packages)).toMatch(/commander \d+\.\d+\.\d+ \(MIT\)\n\n.*MIT License.*/s);
});

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repositoryRoot } from '../src/repository.js';

/** Files of a made-up repository by path, linted with this repository's configuration. */
type Files = Readonly<Record<string, string>>;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-lint-'));
  for (const file of ['biome.json', '.gitignore', 'projenrc/no-import-types.grit']) {
    cpSync(join(repositoryRoot, file), join(folder, file));
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the linter says, on one line; empty when it has nothing against these files. */
function lint(files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  try {
    execFileSync(join(repositoryRoot, 'node_modules/.bin/biome'), ['lint', '.'], { cwd: folder, stdio: 'pipe' });
    return '';
  } catch (error) {
    // execFileSync throws an error with both streams, as buffers, when the exit code is not 0.
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    return `${stdout}${stderr}`.replaceAll(/\s+/g, ' ');
  }
}

const use = (specifier: string) => `export { x } from '${specifier}';\n`;

test('imports along the arrows are fine', () => {
  const files = {
    'packages/schema/package.json': '{ "name": "@millrace/schema" }',
    'packages/schema/src/index.ts': "export * from './x.js';\n",
    'packages/schema/src/x.ts': 'export const x = 1;\n',
    'packages/compiler/package.json': '{ "dependencies": { "@millrace/schema": "*" } }',
    'packages/compiler/src/index.ts': use('@millrace/schema'),
    'apps/millrace/src/cli.ts': `${use('@millrace/compiler')}${use('./schema/x.js').replaceAll('x }', 'x as y }')}`,
  };
  expect(lint(files)).toBe('');
});

describe('import cycles', () => {
  test('between modules', () => {
    const files = {
      'packages/schema/src/a.ts': "import { b } from './b.js';\nexport const a = () => b;\n",
      'packages/schema/src/b.ts': "import { a } from './a.js';\nexport const b = () => a;\n",
    };
    expect(lint(files)).toContain('This import is part of a cycle');
  });

  test('of types only', () => {
    const files = {
      'packages/schema/src/a.ts': "import type { B } from './b.js';\nexport interface A {\n  b: B;\n}\n",
      'packages/schema/src/b.ts': "import type { A } from './a.js';\nexport interface B {\n  a: A;\n}\n",
    };
    expect(lint(files)).toContain('This import is part of a cycle');
  });
});

describe('arrows between packages', () => {
  const reason = 'the simulator reads a bound definition from any source, so it must not know the compiler';

  test.each([
    ['by value', use('@millrace/compiler')],
    ['by type', "export type { X } from '@millrace/compiler';\n"],
    ['of an entry point below the package', use('@millrace/compiler/testing')],
    ['when needed', "export const load = () => import('@millrace/compiler');\n"],
  ])('a forbidden import %s is refused, with the reason', (_how, text) => {
    expect(lint({ 'packages/local-dry-run-simulator/src/index.ts': text })).toContain(reason);
  });

  test.each([
    ['packages/compiler/src/index.ts', 'millrace'],
    ['packages/project-types/src/index.ts', 'create-ml-project'],
    ['tools/src/index.ts', 'millrace'],
    ['tools/src/index.ts', '../../apps/millrace/src/cli.js'],
    ['apps/create-ml-project/src/cli.ts', 'millrace'],
  ])('%s may not import the app %s', (file, app) => {
    expect(lint({ [file]: use(app) })).toContain('imports an app');
  });

  test.each([
    ['packages/compiler/src/index.ts', '@millrace/schema/src/x.js'],
    ['packages/compiler/src/index.ts', '@millrace/schema/dist/x.js'],
    ['packages/compiler/src/index.ts', '../../schema/src/x.js'],
    ['packages/compiler/src/deep/er/index.ts', '../../../../schema/src/x.js'],
    ['apps/millrace/src/cli.ts', '../../../packages/compiler/src/x.js'],
    ['tools/src/index.ts', '../../packages/schema/src/x.js'],
  ])('%s may not reach into %s', (file, specifier) => {
    expect(lint({ [file]: use(specifier) })).toContain('by its entry points');
  });
});

test('import() in a type is refused, because the other rules do not see it', () => {
  const text = "export type X = import('@millrace/compiler').X;\n";
  expect(lint({ 'packages/schema/src/index.ts': text })).toContain('Write an import statement');
});

test('a published package may only import what it declares', () => {
  const files = {
    'packages/schema/package.json': '{ "name": "@millrace/schema" }',
    'packages/schema/src/index.ts': use('yaml'),
  };
  expect(lint(files)).toContain('noUndeclaredDependencies');
});

test('any is refused', () => {
  expect(lint({ 'packages/schema/src/index.ts': 'export const x: any = 1;\n' })).toContain('noExplicitAny');
});

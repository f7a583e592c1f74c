import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findPythonProgram } from './find-python-program.js';

const root = mkdtempSync(join(tmpdir(), 'millrace-pyenv-'));
afterAll(() => rmSync(root, { recursive: true }));

function makeProgram(...path: readonly string[]): string {
  const file = join(root, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '', { mode: 0o755 });
  return file;
}

test('an ordinary python3 is the first on PATH', () => {
  const program = makeProgram('usr', 'bin', 'python3');
  expect(findPythonProgram({ PATH: `/nowhere:${join(root, 'usr', 'bin')}` }, root)).toBe(program);
  expect(findPythonProgram({ PATH: '/nowhere' }, root)).toBe('python3');
});

test('behind pyenv the version of the shell, of the folder, or of the user', () => {
  const shim = makeProgram('pyenv', 'shims', 'python3');
  const [a, b, c] = ['3.10.1', '3.11.1', '3.12.1'].map((version) =>
    makeProgram('pyenv', 'versions', version, 'bin', 'python3'),
  );
  const PATH = join(root, 'pyenv', 'shims');
  const project = join(root, 'project', 'sub');
  mkdirSync(project, { recursive: true });
  expect(findPythonProgram({ PATH }, project)).toBe(shim);
  writeFileSync(join(root, 'pyenv', 'version'), '3.10.1\n');
  expect(findPythonProgram({ PATH }, project)).toBe(a);
  writeFileSync(join(root, 'project', '.python-version'), '3.11.1\n3.10.1\n');
  expect(findPythonProgram({ PATH }, project)).toBe(b);
  expect(findPythonProgram({ PATH, PYENV_VERSION: '3.12.1' }, project)).toBe(c);
  expect(findPythonProgram({ PATH, PYENV_VERSION: 'gone' }, project)).toBe(shim);
});

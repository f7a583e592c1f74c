import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneRepository } from '../src/clone-repository.js';
import { repositoryRoot } from '../src/repository.js';
import { type ProgramResult, runProgram } from '../src/run-program.js';

const parent = mkdtempSync(join(tmpdir(), 'millrace-clone-'));
const clone = join(parent, 'millrace');

function run(program: string, ...args: readonly string[]): ProgramResult {
  return runProgram({ program, args, directory: clone });
}

function versionOf(app: string): string {
  // The manifest is generated and always has a version.
  const manifest = readFileSync(join(repositoryRoot, 'apps', app, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

let statusOfClone = '';

beforeAll(() => {
  cloneRepository(clone);
  statusOfClone = run('git', 'status', '--porcelain').stdout;
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

// The tests of this file are one story and run in their order.
describe('a fresh clone', () => {
  test('installs from the committed lock', () => {
    const { exitCode, stderr } = run('npm', 'ci', '--prefer-offline');
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  test.each(['millrace', 'create-ml-project'])('has the command %s linked before it is built', (app) => {
    const { exitCode, stderr } = run(`node_modules/.bin/${app}`, '--version');
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      `${app} is not built yet: run "npm run build" in the folder of the Millrace repository first.\n`,
    );
  });

  test('builds', () => {
    const { exitCode, stdout } = run('npm', 'run', 'build');
    expect({ exitCode, stdout: exitCode === 0 ? '' : stdout }).toEqual({ exitCode: 0, stdout: '' });
  });

  test.each(['millrace', 'create-ml-project'])('answers %s --version', (app) => {
    expect(run(`node_modules/.bin/${app}`, '--version')).toEqual({
      exitCode: 0,
      stdout: `${versionOf(app)}\n`,
      stderr: '',
    });
  });

  test('shows git nothing new after all that', () => {
    expect(run('git', 'status', '--porcelain').stdout).toBe(statusOfClone);
  });
});

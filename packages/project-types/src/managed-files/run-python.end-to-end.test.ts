import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPython } from './run-python.js';

const answers = { projectName: 'churn', models: [], millracePackages: {} };
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'run-python-'));
  mkdirSync(join(project, 'tools'));
  for (const [path, text] of Object.entries(runPython.render(answers))) writeFileSync(join(project, path), text);
  writeFileSync(join(project, 'requirements.txt'), '# nothing\n');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['tools/run-python.mjs', 'requirements.txt', ...args],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
  return { status, stdout: stdout.trim(), stderr };
}

const environments = () => readdirSync(join(project, '.venv'));

describe('tools/run-python.mjs', () => {
  it('runs Python in an environment of its own, made once, and ends with its exit code', () => {
    const first = run('-c', 'import sys; print(sys.prefix)');
    const second = run('-c', 'import sys; print(sys.prefix)');
    expect(first.stdout).toContain(join(project, '.venv'));
    expect(first.stderr).toContain('Installing requirements.txt');
    expect(second).toEqual({ status: 0, stdout: first.stdout, stderr: '' });
    expect(run('-c', 'raise SystemExit(7)').status).toBe(7);
    expect(environments()).toHaveLength(1);
  });

  it('makes another one when a file that the requirements include changes', () => {
    writeFileSync(join(project, 'requirements.txt'), '-r base.txt\n');
    writeFileSync(join(project, 'base.txt'), '# one\n');
    run('--version');
    writeFileSync(join(project, 'base.txt'), '# two\n');
    run('--version');
    expect(environments()).toHaveLength(2);
  });

  it('leaves no half-made environment when the requirements cannot be installed', () => {
    writeFileSync(join(project, 'requirements.txt'), './no-such-package\n');
    const { status, stderr } = run('--version');
    expect(status).toBe(1);
    expect(stderr).toContain('The environment for requirements.txt could not be made');
    expect(environments()).toEqual([]);
  });
});

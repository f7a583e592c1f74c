import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ending, runCommand, runProcess } from './run-command.js';
import { listFiles } from './try-out.js';

/** The longest name that is allowed, so that every place that it goes to must bear it. */
const longest = 'customer-churn-north-america-all';

let folder: string;
let project: string;
let scaffolded: Ending;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scaffolded-project-'));
  scaffolded = runCommand([longest, '--yes'], { folder });
  project = join(folder, longest);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string): Ending {
  return runProcess(command.split(' '), { folder: project });
}

const pipeline = `models/${longest}/pipeline.yaml`;

describe('a project right after scaffolding, with no edit', () => {
  it('is handed over installed and checked', () => {
    expect(scaffolded).toMatchObject({ exitCode: 0, stderr: '' });
    expect(scaffolded.stdout).toContain(`Checked ${pipeline}`);
  });

  it('tells editors where the schema of its pipeline lies', () => {
    const [, schema = ''] = /\$schema=(\S+)/.exec(readFileSync(join(project, pipeline), 'utf8')) ?? [];
    const { properties } = JSON.parse(readFileSync(join(project, dirname(pipeline), schema), 'utf8'));
    expect(properties).toHaveProperty('pipeline');
  });

  it('has a package.json that npm leaves as it is', () => {
    const before = readFileSync(join(project, 'package.json'), 'utf8');
    expect(run('npm install --no-audit --no-fund').exitCode).toBe(0);
    expect(readFileSync(join(project, 'package.json'), 'utf8')).toBe(before);
  });

  it('passes its checks and its unit tests', () => {
    const { exitCode, stdout } = run('npx nx run-many -t validate test graph --output-style=static');
    expect(stdout).toContain('26 passed');
    expect(stdout).toContain('flowchart');
    expect(exitCode).toBe(0);
  });

  it('runs its pipeline with its real scripts, and the good model waits for approval', () => {
    expect(run(`npx nx dry-run ${longest}`)).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout } = run(`npx millrace dry-run ${pipeline} --launcher process --json`);
    const { status, steps, registered } = JSON.parse(stdout);
    expect({ exitCode, status }).toEqual({ exitCode: 0, status: 'Succeeded' });
    expect(statuses(steps)).toMatchObject({ Preprocess: 'Succeeded', Train: 'Succeeded', Evaluate: 'Succeeded' });
    expect(registered).toEqual([
      expect.objectContaining({ modelPackageGroup: longest, approvalStatus: 'PendingManualApproval' }),
    ]);
  });

  it('registers nothing when the model is not good enough', () => {
    const { exitCode, stdout } = run(`npx millrace dry-run ${pipeline} --launcher process -p MinAuc=0.999 --json`);
    const { status, steps, registered } = JSON.parse(stdout);
    expect({ exitCode, status, registered }).toEqual({ exitCode: 1, status: 'Failed', registered: [] });
    expect(steps).toContainEqual(expect.objectContaining({ name: 'TooWeak', status: 'Failed' }));
  });

  it('keeps nothing in git that a run leaves behind', () => {
    const ignored = runProcess(['git', 'init', '--quiet'], { folder: project });
    expect(ignored.exitCode).toBe(0);
    const { stdout } = run('git status --porcelain --untracked-files=all');
    const untracked = stdout
      .trim()
      .split('\n')
      .map((line) => line.slice(3))
      .sort();
    const state = JSON.parse(readFileSync(join(project, '.create-ml-project.json'), 'utf8'));
    const written = [...Object.keys(state.managed), ...Object.keys(state.owned), '.create-ml-project.json'];
    const tarballs = listFiles(join(project, 'vendor')).map((path) => `vendor/${path}`);
    expect(untracked).toEqual([...written, ...tarballs, 'package-lock.json'].sort());
  });

  it('survives being moved: a clean installation finds its tarballs', () => {
    const moved = join(folder, 'moved');
    renameSync(project, moved);
    project = moved;
    rmSync(join(project, 'node_modules'), { recursive: true });
    expect(run('npm ci --no-audit --no-fund')).toMatchObject({ exitCode: 0 });
    expect(run(`npx millrace validate ${pipeline}`)).toMatchObject({ exitCode: 0 });
  });
});

function statuses(steps: readonly { name: string; status: string }[]): Record<string, string> {
  return Object.fromEntries(steps.map((step) => [step.name, step.status]));
}

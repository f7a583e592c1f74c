import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findObstacle } from '../src/demo/find-obstacle.js';
import { repositoryRoot } from '../src/repository.js';
import { type ProgramResult, runProgram } from '../src/run-program.js';

/** The demo as `npm run demo` runs it after the build; what it leaves behind goes with the test. */
function runDemo(environment: Readonly<Record<string, string>> = {}): ProgramResult {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const args = ['tsx', '--conditions=@millrace/source', 'tools/src/demo.ts'];
  return runProgram({
    program: 'npx',
    args,
    directory: repositoryRoot,
    environment: { ...environment, TMPDIR: folder },
  });
}

const whatIsAlwaysShown = ['steps: PreprocessData', 'CheckError, RegisterModel', 'PendingManualApproval'];

test.skipIf(findObstacle())('shows the main job with real scripts', () => {
  const { exitCode, stdout, stderr } = runDemo();
  expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' });
  for (const text of whatIsAlwaysShown) expect(stdout).toContain(text);
  expect(stdout).toMatch(/GoodEnough is true: .*metrics\.auc 0\.\d+ ≥ Parameters\.MinAuc 0\.8/);
});

test('says in one sentence that PyPI is missing, and shows the same with made-up results', () => {
  const { exitCode, stdout } = runDemo({ PIP_INDEX_URL: 'http://127.0.0.1:9/simple' });
  expect(exitCode).toBe(0);
  for (const text of whatIsAlwaysShown) expect(stdout).toContain(text);
  expect(stdout).toContain(
    'PyPI cannot be reached, so no script runs: the results come from scenario.yaml and are made up.',
  );
  expect(stdout).toContain('metrics.auc 0.9 ≥ Parameters.MinAuc 0.8');
});

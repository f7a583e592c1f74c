import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listWorkspaces, repositoryRoot } from './repository.js';
import { readSuiteResults, type SuiteResult } from './test-report.js';

/** One part of the verification: a command whose exit code decides. */
interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const testScripts = ['test', 'end-to-end'];
const nxRun = ['nx', 'run-many', '--nxBail=false', '--output-style=static', '-t'];

const checks: readonly Check[] = [
  { name: 'generated files are current', command: ['npm', 'run', '--silent', 'generate', '--', '--check'] },
  { name: 'linter and formatter', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'build, lint and tests', command: [...nxRun, 'build', 'lint', ...testScripts] },
];
const sharedSuite: Check = { name: 'suite on ../shared', command: [...nxRun, 'shared-suite'] };

/**
 * Everything that must hold before a change lands, and last one line that sums it up. All checks run, also after one
 * failed. `--with-shared-suite` adds the suite on ../shared, which needs that folder.
 */
function verify(): void {
  const wantsShared = process.argv.includes('--with-shared-suite');
  const hasShared = existsSync(join(repositoryRoot, '..', 'shared'));
  const withShared = wantsShared && hasShared;
  removeReports();
  const failedChecks = [...checks, ...(withShared ? [sharedSuite] : [])].filter((check) => !passes(check));
  const results = collectResults(withShared ? [...testScripts, 'shared-suite'] : testScripts);
  if (wantsShared && !hasShared) console.log('\nThe suite on ../shared was not run: there is no such folder.');
  summarize(results, failedChecks);
}

/** A report of an earlier run must not stand in for one that never started; Nx restores those of cached targets. */
function removeReports(): void {
  for (const { directory } of listWorkspaces()) rmSync(join(directory, 'reports'), { recursive: true, force: true });
}

function passes({ name, command }: Check): boolean {
  console.log(`\n== ${name}`);
  const [program = '', ...args] = command;
  return spawnSync(program, args, { cwd: repositoryRoot, stdio: 'inherit' }).status === 0;
}

function collectResults(scripts: readonly string[]): SuiteResult[] {
  return listWorkspaces().flatMap((workspace) => readSuiteResults(workspace, scripts));
}

function summarize(results: readonly SuiteResult[], failedChecks: readonly Check[]): void {
  console.log('');
  for (const result of results) console.log(describe(result));
  for (const check of failedChecks) console.log(`failed: ${check.name}`);
  const passed = sum(results.map((result) => result.passed));
  const failedTests = sum(results.map((result) => result.failed));
  // A check may fail without a failed test, for example a type error.
  const failed = Math.max(failedTests, failedChecks.length);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function describe({ name, passed, failed, skipped, ran }: SuiteResult): string {
  if (!ran) return `${name}: not run`;
  return `${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

verify();

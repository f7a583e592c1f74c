import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from './repository.js';

/** What one Vitest run of one workspace came to. */
export interface SuiteResult {
  /** For example `@millrace/schema test`. */
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** False when there is no report: the target never started, or died before its end. */
  readonly ran: boolean;
}

/** Vitest's JSON report, as far as it is read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}

/** The suites that a workspace has under the given script names, each with its result. */
export function readSuiteResults(workspace: Workspace, scripts: readonly string[]): SuiteResult[] {
  return scripts.flatMap((script) => {
    const file = /--outputFile\.json=(\S+)/.exec(workspace.scripts[script] ?? '')?.[1];
    return file === undefined ? [] : [readResult(`${workspace.name} ${script}`, join(workspace.directory, file))];
  });
}

function readResult(name: string, file: string): SuiteResult {
  if (!existsSync(file)) return { name, passed: 0, failed: 1, skipped: 0, ran: false };
  // Vitest wrote this file in the run before; its JSON reporter always has these fields.
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  return {
    name,
    passed: report.numPassedTests,
    // A test file that cannot be loaded has no failed test of its own.
    failed: report.success ? 0 : Math.max(1, report.numFailedTests),
    skipped: report.numPendingTests + report.numTodoTests,
    ran: true,
  };
}

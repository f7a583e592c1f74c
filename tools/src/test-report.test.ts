import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSuiteResults } from './test-report.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'millrace-report-'));
  mkdirSync(join(directory, 'reports'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true };

function resultsOf(report: object | undefined) {
  if (report) writeFileSync(join(directory, 'reports/unit.json'), JSON.stringify({ ...counts, ...report }));
  const scripts = { test: 'vitest run --outputFile.json=reports/unit.json', lint: 'biome check .' };
  return readSuiteResults({ name: 'a', directory, isPublic: true, scripts }, ['test', 'lint', 'end-to-end']);
}

test('reads what the scripts that are suites report', () => {
  const report = { numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1, success: false };
  expect(resultsOf(report)).toEqual([{ name: 'a test', passed: 3, failed: 2, skipped: 2, ran: true }]);
});

test('counts a test file that cannot be loaded as a failure', () => {
  expect(resultsOf({ numPassedTests: 3, success: false })).toMatchObject([{ passed: 3, failed: 1 }]);
});

test('counts a suite that left no report as a failure', () => {
  expect(resultsOf(undefined)).toEqual([{ name: 'a test', passed: 0, failed: 1, skipped: 0, ran: false }]);
});

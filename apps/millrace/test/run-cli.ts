import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';

/** The committed launcher, which imports the bundle: what npm installs. */
export const launcher = fileURLToPath(new URL('../bin/millrace.js', import.meta.url));

/** How a command ended. */
export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command runs in. */
export interface CliCall {
  /** The working directory; a new one without it. */
  readonly folder?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command line as a process, without the environment of the test runner. Never a stack trace on its streams. */
export function runCli(
  words: readonly string[],
  { folder = newFolder(), stdin = '', env = {} }: CliCall = {},
): CliResult {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [launcher, ...words], {
    cwd: folder,
    input: stdin,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined) throw error;
  if (env['MILLRACE_DEBUG'] === undefined) expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  return { exitCode: status, stdout, stderr };
}

/** A new empty folder that is removed when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

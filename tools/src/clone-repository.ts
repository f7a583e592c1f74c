import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository.js';
import { runProgram } from './run-program.js';

/**
 * Clones this repository into a new folder and carries changes that are not committed yet over, so that a test of a
 * fresh clone speaks about what lies in the working tree.
 *
 * @param target Absolute path of a folder that does not exist yet.
 */
export function cloneRepository(target: string): void {
  git(repositoryRoot, 'clone', '--quiet', '--no-hardlinks', repositoryRoot, target);
  const listing = ['--modified', '--deleted', '--others', '--exclude-standard', '-z'];
  const staged = ['--cached', '--name-only', '--no-renames', '-z'];
  const changed = git(repositoryRoot, 'ls-files', ...listing) + git(repositoryRoot, 'diff', ...staged);
  for (const file of new Set(changed.split('\0').filter(Boolean))) carryOver(file, target);
}

function carryOver(file: string, target: string): void {
  rmSync(join(target, file), { force: true });
  if (existsSync(join(repositoryRoot, file))) cpSync(join(repositoryRoot, file), join(target, file));
}

function git(directory: string, ...args: readonly string[]): string {
  const { exitCode, stdout, stderr } = runProgram({ program: 'git', args, directory });
  if (exitCode !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listWorkspaces, repositoryRoot, type Workspace } from '../src/repository.js';

/** Folders at the top level that tests of several workspaces read. */
const foldersToDeclare = ['examples', 'docs'];

/** Test files of a workspace by path from the root of the repository; those on ../shared never come from the cache. */
function cachedTestFiles({ directory }: Workspace): string[] {
  const args = [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    `${relative(repositoryRoot, directory)}`,
  ];
  const files = execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\n');
  return files.filter(
    (file) => file.endsWith('.test.ts') && !/\.shared\.test\.ts$|\/(fixtures|templates)\//.test(file),
  );
}

function declaredInputs({ directory }: Workspace): readonly string[] {
  // The manifest is generated; workspaces whose tests read nothing outside have no such field.
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    nx?: { namedInputs?: { testsRead?: string[] } };
  };
  return manifest.nx?.namedInputs?.testsRead ?? [];
}

/** Quotes or slashes around it make a folder's name a path; in prose it is only a word. */
function mentions(text: string, folder: string): boolean {
  return new RegExp(`['"\`/]${folder}['"\`/]`).test(text);
}

describe.each(listWorkspaces())('tests of $name', (workspace) => {
  const tests = cachedTestFiles(workspace).map(
    (file) => [file, readFileSync(join(repositoryRoot, file), 'utf8')] as const,
  );

  test.each(foldersToDeclare)('are run again when %s/ changes, if they read it', (folder) => {
    const readers = tests.filter(([, text]) => mentions(text, folder)).map(([file]) => file);
    const declared = declaredInputs(workspace).some((input) => input.startsWith(`{workspaceRoot}/${folder}/`));
    expect(declared ? [] : readers).toEqual([]);
  });

  test('read nothing outside the repository', () => {
    const outside = tests.filter(([, text]) => /shared\/(probes|corpus|seeds|facts|examples)\b/.test(text));
    expect(outside.map(([file]) => file).filter((file) => !file.endsWith('declared-inputs.test.ts'))).toEqual([]);
  });
});

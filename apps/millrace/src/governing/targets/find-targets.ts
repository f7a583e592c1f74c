import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { findProjectConfig } from '@millrace/compiler';
import { commandDiagnostics } from '../../command-line/command-diagnostics.js';
import { UsageError } from '../../command-line/usage-error.js';
import { readInputFile } from '../../input/read-input-file.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { CheckTarget } from './check-target.js';
import { findPipelines } from './find-pipelines.js';
import { kindOfDocument } from './kind-of-document.js';

/** What a command line names to be checked. */
export interface Wanted {
  readonly paths: readonly string[];
  readonly all: boolean;
}

/**
 * Finds and reads all that is to be checked, each file once. Throws a UsageError for a path that is nothing of what can be
 * checked. Nothing at all is found only where a whole workspace holds nothing.
 */
export async function findTargets({ paths, all }: Wanted, terminal: Terminal): Promise<readonly CheckTarget[]> {
  if (all && paths.length > 0) throw wrongUse('--all checks the whole project: name no PATH beside it');
  if (all) return targetsBelow(workspaceOf(terminal), terminal);
  if (paths.length === 0) throw wrongUse('no PATH was given: name a file or a folder, or check a project with --all');
  const found: CheckTarget[] = [];
  for (const path of paths) found.push(...(await targetsNamed(path, terminal)));
  return [...new Map(found.map((each) => [resolve(terminal.workingDirectory, each.file), each])).values()];
}

async function targetsNamed(path: string, terminal: Terminal): Promise<readonly CheckTarget[]> {
  const stats = await stat(resolve(terminal.workingDirectory, path)).catch(() => undefined);
  if (path === '-' || stats?.isDirectory() !== true) return [await readTarget(path, terminal)];
  const found = await targetsBelow(path, terminal);
  if (found.length > 0) return found;
  throw refuse(`there is nothing to check below ${path}`, 'a folder is searched for pipeline.yaml and definitions');
}

async function readTarget(file: string, terminal: Terminal): Promise<CheckTarget> {
  const read = await readInputFile(file, terminal);
  const kind = read.value === undefined ? 'pipeline' : kindOfDocument(read.value);
  if (kind === undefined) {
    throw refuse(
      `${file} is nothing that can be checked`,
      'PATH is a spec (pipeline:), a definition (Steps), or a folder with some of them',
    );
  }
  return { kind, file, read };
}

async function targetsBelow(folder: string, terminal: Terminal): Promise<readonly CheckTarget[]> {
  const files = await findPipelines(resolve(terminal.workingDirectory, folder));
  return Promise.all(
    files.map(async (file): Promise<CheckTarget> => {
      const shown = join(folder, file);
      return { kind: 'pipeline', file: shown, read: await readInputFile(shown, terminal) };
    }),
  );
}

/** The folder of the project config; outside of projects the working directory. */
function workspaceOf({ workingDirectory }: Terminal): string {
  const folder = findProjectConfig(workingDirectory).value?.folder ?? workingDirectory;
  return relative(workingDirectory, folder) || '.';
}

function refuse(problem: string, help: string): UsageError {
  return new UsageError(commandDiagnostics['bad-option-value']({ option: 'PATH', problem, help }, { path: [] }));
}

function wrongUse(problem: string): UsageError {
  const usage = 'millrace check PATH… or millrace check --all';
  return new UsageError(commandDiagnostics['wrong-arguments']({ problem, usage }, { path: [] }));
}

import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { findProjectConfig } from '@millrace/compiler';
import { commandDiagnostics } from '../../command-line/command-diagnostics.js';
import { UsageError } from '../../command-line/usage-error.js';
import { readInputFile } from '../../input/read-input-file.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { CheckTarget } from './check-target.js';
import { findAssemblies } from './find-assemblies.js';
import { findPipelines } from './find-pipelines.js';
import { findTemplates } from './find-templates.js';
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
  if (all) return targetsOfProject(workspaceOf(terminal), terminal);
  if (paths.length === 0) throw wrongUse('no PATH was given: name a file or a folder, or check a project with --all');
  const found: CheckTarget[] = [];
  for (const path of paths) found.push(...(await targetsNamed(path, terminal)));
  return [...new Map(found.map((each) => [resolve(terminal.workingDirectory, each.file), each])).values()];
}

async function targetsNamed(path: string, terminal: Terminal): Promise<readonly CheckTarget[]> {
  const stats = await stat(resolve(terminal.workingDirectory, path)).catch(() => undefined);
  if (path === '-' || stats?.isDirectory() !== true) return [await readTarget(path, terminal)];
  const found = await targetsIn(path, terminal);
  if (found.length > 0) return found;
  const help = 'a folder is searched for pipeline.yaml and definitions, a cdk.out folder for templates';
  throw refuse(`there is nothing to check below ${path}`, help);
}

/** Of a cloud assembly its templates, for its assets are copies; of any other folder the templates in it, too. */
async function targetsIn(folder: string, terminal: Terminal): Promise<readonly CheckTarget[]> {
  const templates = (await templatesIn(folder, terminal)) ?? [];
  const manifest = await stat(resolve(terminal.workingDirectory, folder, 'manifest.json')).catch(() => undefined);
  if (templates.length > 0 && manifest !== undefined) return templates;
  return [...(await pipelinesBelow(folder, terminal)), ...templates];
}

async function readTarget(file: string, terminal: Terminal): Promise<CheckTarget> {
  const read = await readInputFile(file, terminal);
  const kind = read.value === undefined ? 'pipeline' : kindOfDocument(read.value);
  if (kind === undefined) {
    throw refuse(
      `${file} is nothing that can be checked`,
      'PATH is a spec (pipeline:), a definition (Steps), a template (Resources), or a folder with some of them',
    );
  }
  return { kind, file, read };
}

/** Its pipelines, and what the CDK has made of them. */
async function targetsOfProject(folder: string, terminal: Terminal): Promise<readonly CheckTarget[]> {
  const assemblies = await findAssemblies(resolve(terminal.workingDirectory, folder));
  const templates = await Promise.all(assemblies.map((each) => templatesIn(join(folder, each), terminal)));
  return [...(await pipelinesBelow(folder, terminal)), ...templates.flatMap((found) => found ?? [])];
}

async function pipelinesBelow(folder: string, terminal: Terminal): Promise<readonly CheckTarget[]> {
  const files = await findPipelines(resolve(terminal.workingDirectory, folder));
  return Promise.all(files.map((file) => readFound('pipeline', join(folder, file), terminal)));
}

/** Undefined where the folder is no cloud assembly. */
async function templatesIn(folder: string, terminal: Terminal): Promise<readonly CheckTarget[] | undefined> {
  const files = await findTemplates(resolve(terminal.workingDirectory, folder));
  return files && Promise.all(files.map((file) => readFound('template', join(folder, file), terminal)));
}

async function readFound(kind: CheckTarget['kind'], file: string, terminal: Terminal): Promise<CheckTarget> {
  return { kind, file, read: await readInputFile(file, terminal) };
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

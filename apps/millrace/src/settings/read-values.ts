import { resolve } from 'node:path';
import { readMdaaValues } from '@millrace/compiler';
import type { Diagnostic } from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';
import { readInputFile } from '../input/read-input-file.js';
import type { Terminal } from '../terminal/terminal.js';
import { type DeployValueLookup, lookUpDeployValues } from './deploy-values.js';
import { type ProjectSettings, readProject } from './read-project.js';
import type { ValueOptions } from './value-options.js';

/** What a command line, a project and an MDAA config say about deploy values. */
export interface GivenValues {
  readonly lookUp: DeployValueLookup;
  /** The same without what the environment of the project says. */
  readonly lookUpGiven: DeployValueLookup;
  readonly project: ProjectSettings;
  /** Texts that places lead into. */
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A FILE of a command, as far as values depend on it. */
interface ValuesFor {
  /** As it was given. */
  readonly file: string;
  /** Absolute; where the search for the project config begins. */
  readonly folder: string;
}

/**
 * Gathers deploy values: `--set` before the environment before the MDAA config. Throws a UsageError for options that
 * name nothing.
 */
export async function readValues(
  { file, folder }: ValuesFor,
  options: ValueOptions,
  terminal: Terminal,
): Promise<GivenValues> {
  const project = readProject(folder, options.env);
  const mdaa = await readMdaa(file, options, terminal);
  const lookUp = lookUpDeployValues(options.set, new Map([...mdaa.values, ...project.values]));
  return {
    lookUp,
    lookUpGiven: lookUpDeployValues(options.set, mdaa.values),
    project,
    texts: new Map([...project.texts, ...mdaa.texts]),
    diagnostics: [...project.diagnostics, ...mdaa.diagnostics],
  };
}

interface MdaaValues {
  readonly values: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

async function readMdaa(
  file: string,
  { mdaa, mdaaScope: scope }: ValueOptions,
  terminal: Terminal,
): Promise<MdaaValues> {
  if (mdaa === undefined) {
    if (scope !== undefined) throw withoutConfig();
    return { values: new Map(), texts: new Map(), diagnostics: [] };
  }
  const { value: input, diagnostics } = await readInputFile(mdaa, terminal);
  if (input === undefined) return { values: new Map(), texts: new Map(), diagnostics };
  const pipelineFile = file === '-' ? undefined : resolve(terminal.workingDirectory, file);
  const config = { file: input.file, text: input.text };
  const read = readMdaaValues({ config, folder: input.folder }, { pipelineFile, scope });
  const texts = new Map([[input.file, input.text]]);
  return { values: read.value ?? new Map(), texts, diagnostics: read.diagnostics };
}

function withoutConfig(): UsageError {
  const problem = {
    option: '--mdaa-scope',
    problem: 'there is no MDAA config to choose from',
    help: 'add --mdaa FILE',
  };
  return new UsageError(commandDiagnostics['bad-option-value'](problem, { path: [] }));
}

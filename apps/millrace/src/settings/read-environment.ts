import type { DataMapping } from '@millrace/local-dry-run-simulator';
import type { Diagnostic } from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';
import type { Terminal } from '../terminal/terminal.js';

/** What an environment of the project config says about runs. */
export interface Environment {
  /** Values of deploy values, by name. */
  readonly values: ReadonlyMap<string, string>;
  readonly data: readonly DataMapping[];
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: Environment = { values: new Map(), data: [], texts: new Map(), diagnostics: [] };

/** Where an environment is looked for. */
interface Search {
  readonly folder: string | undefined;
  readonly terminal: Terminal;
}

/** Reads the environment that `-e ENV` names. Throws a UsageError where there is none. */
export async function readEnvironment(name: string | undefined, search: Search): Promise<Environment> {
  if (name === undefined) return NONE;
  const instead = `--set NAME=VALUE and --data S3URI=PATH (${search.folder})`;
  throw new UsageError(commandDiagnostics['not-supported-yet']({ what: '-e', instead }, { path: [] }));
}

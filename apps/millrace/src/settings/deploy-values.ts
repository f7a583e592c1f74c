import { parseSettings } from '@millrace/compiler';
import type { DeployValueName } from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';

/** Finds the value that somebody gave to a deploy value; undefined where nobody did. */
export type DeployValueLookup = (name: DeployValueName) => string | undefined;

/** `--set` before the environment's `values:` (DESIGN, section 2). Throws a UsageError for a setting that is none. */
export function lookUpDeployValues(
  settings: readonly string[] = [],
  values: ReadonlyMap<string, string> = new Map(),
): DeployValueLookup {
  const { value: given, diagnostics } = parseSettings(settings);
  const [first] = diagnostics;
  if (given === undefined || first !== undefined) {
    const problem = {
      option: '--set',
      problem: first?.message ?? 'it must have the form NAME=VALUE',
      help: first?.help,
    };
    throw new UsageError(commandDiagnostics['bad-option-value'](problem, { path: [] }));
  }
  return (name) => given.get(name) ?? values.get(name);
}

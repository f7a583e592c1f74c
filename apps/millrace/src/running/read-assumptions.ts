import { type Assumption, parseAssumption } from '@millrace/local-dry-run-simulator';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';

/** The assumptions that `--assume` gives. Throws a UsageError for a text of another form. */
export function readAssumptions(texts: readonly string[] = []): readonly Assumption[] {
  return texts.map((text) => parseAssumption(text) ?? refuse(text));
}

function refuse(text: string): never {
  const help = 'true or false for all conditions, or CONDITION=true for one';
  const problem = { option: '--assume', problem: `"${text}" is not a value that it takes`, help };
  throw new UsageError(commandDiagnostics['bad-option-value'](problem, { path: [] }));
}

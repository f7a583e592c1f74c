import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';
import type { Terminal } from '../terminal/terminal.js';
import type { CheckOptions } from './check-options.js';
import type { CheckTarget } from './targets/check-target.js';

/** Throws a UsageError for options of a check that contradict each other, or what is to be checked. */
export function refuseWrongOptions(
  { format, output, deployed, fix, fixSuggested }: CheckOptions,
  targets: readonly CheckTarget[],
  { json }: Terminal,
): void {
  if (json && output === undefined && format !== 'text' && format !== 'json') {
    const problem = 'with --json standard output holds the JSON document alone';
    throw refuse('--format', problem, `add -o OUT for the report in the format ${format}`);
  }
  if ((fix === true || fixSuggested === true) && targets.some(({ file }) => file === '-')) {
    const option = fix === true ? '--fix' : '--fix-suggested';
    throw refuse(option, 'what stands on standard input has no file to write to', 'give the PATH of the file');
  }
  if (deployed !== undefined && targets.length !== 1) {
    const problem = `it is the definition of one pipeline, and ${targets.length} are to be checked`;
    throw refuse('--deployed', problem, 'name one PATH beside it');
  }
}

function refuse(option: string, problem: string, help: string): UsageError {
  return new UsageError(commandDiagnostics['bad-option-value']({ option, problem, help }, { path: [] }));
}

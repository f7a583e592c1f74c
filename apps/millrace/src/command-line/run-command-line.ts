import { type Diagnostic, type Json, printable, writeJson } from '@millrace/schema';
import { cliCommands } from '../commands/command-list.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { openTerminal, type Terminal } from '../terminal/terminal.js';
import type { Answer, CliCommand } from './cli-command.js';
import { commandDiagnostics } from './command-diagnostics.js';
import { EXIT_CODES, type ExitCode } from './exit-code.js';
import { type ParsedCommandLine, parseCommandLine } from './parse-command-line.js';
import { UsageError } from './usage-error.js';

/**
 * Runs one command line from words to exit code. Never throws: a wrong command line is a sentence and exit code 2, a bug
 * of ours a sentence and exit code 70; with `--json` both are also the one document on standard output.
 */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal(asksForJson(words));
  let command: CliCommand | undefined;
  try {
    const parsed = parseCommandLine(words);
    if (parsed.kind === 'text') {
      terminal.print(parsed.text);
      return EXIT_CODES.fine;
    }
    command = parsed.command;
    return report(await runCommand(parsed, terminal), { command, terminal });
  } catch (error) {
    return report(explainFailure(error, terminal), { command: command ?? commandNamedIn(words), terminal });
  }
}

function runCommand(parsed: ParsedCommandLine & { kind: 'command' }, terminal: Terminal): Promise<Answer> {
  const { command, operands, options } = parsed;
  return command.run({ operands, options, terminal });
}

interface Reporting {
  readonly command: CliCommand | undefined;
  readonly terminal: Terminal;
}

function report(answer: Answer, { command, terminal }: Reporting): ExitCode {
  const document = 'document' in answer ? answer.document : failureDocument(answer.failure, command);
  // Documents are JSON by construction; `object` only cannot say so. Our printer keeps the text of numbers.
  if (terminal.json) terminal.print(writeJson(document as Json));
  return answer.exitCode;
}

function failureDocument(diagnostics: readonly Diagnostic[], command: CliCommand | undefined): object {
  return command?.failureDocument(diagnostics) ?? { ok: false, diagnostics: describeDiagnostics(diagnostics) };
}

// What follows `--` is a file name, even if it looks like an option.
function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end === -1 ? words : words.slice(0, end)).includes('--json');
}

// The command that a wrong command line was probably about decides the shape of its document.
function commandNamedIn(words: readonly string[]): CliCommand | undefined {
  return cliCommands.find((command) => words.includes(command.name));
}

function explainFailure(error: unknown, terminal: Terminal): Answer {
  const { diagnostic, exitCode } = classify(error);
  const { notes } = terminal;
  terminal.tell(`${notes.red('millrace:')} ${printable(diagnostic.message)}\n`);
  if (diagnostic.help !== undefined) terminal.tell(`  ${notes.dim(printable(diagnostic.help))}\n`);
  if (exitCode === EXIT_CODES.bug) tellStack(error, terminal);
  return { exitCode, failure: [diagnostic] };
}

function classify(error: unknown): { diagnostic: Diagnostic; exitCode: ExitCode } {
  if (error instanceof UsageError) return { diagnostic: error.diagnostic, exitCode: EXIT_CODES.usage };
  const message = error instanceof Error ? error.message : String(error);
  return { diagnostic: commandDiagnostics['internal-error']({ message }, { path: [] }), exitCode: EXIT_CODES.bug };
}

function tellStack(error: unknown, terminal: Terminal): void {
  if (process.env['MILLRACE_DEBUG'] === '1' && error instanceof Error) terminal.tell(`${error.stack}\n`);
}

import { Command, CommanderError, Option } from 'commander';
import { cliCommands } from '../commands/command-list.js';
import { appPackage } from './app-package.js';
import type { CliCommand } from './cli-command.js';
import { EXIT_CODE_HELP } from './exit-code.js';
import { explainParseError } from './explain-parse-error.js';

/** What a command line asks for: a command, or a text such as the help that only needs printing. */
export type ParsedCommandLine =
  | {
      readonly kind: 'command';
      readonly command: CliCommand;
      readonly operands: readonly string[];
      readonly options: unknown;
    }
  | { readonly kind: 'text'; readonly text: string };

/** Understands the arguments after `millrace`. Throws a UsageError. */
export function parseCommandLine(words: readonly string[]): ParsedCommandLine {
  let parsed: ParsedCommandLine | undefined;
  let text = '';
  const program = buildProgram({
    onText: (written) => {
      text += written;
    },
    onCommand: (chosen) => {
      parsed = chosen;
    },
  });
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw explainParseError(error, { program, words });
  }
  return parsed ?? { kind: 'text', text };
}

interface Listener {
  onText(text: string): void;
  onCommand(chosen: ParsedCommandLine): void;
}

function buildProgram({ onText, onCommand }: Listener): Command {
  const program = new Command('millrace').description(appPackage.description);
  program.exitOverride().showSuggestionAfterError(false).helpCommand('help [command]', 'show the help of a command');
  program.configureOutput({ writeOut: onText, writeErr: () => {}, outputError: () => {} });
  describeEverywhere(program);
  program.addHelpText('after', `\n${EXIT_CODE_HELP}`);
  // `millrace --json validate FILE` is as clear as the usual order.
  program.addOption(new Option('--json').hideHelp());
  for (const command of cliCommands) {
    const parser = program.command(command.name).summary(command.summary).description(command.summary);
    describeEverywhere(parser);
    command.declare(parser);
    parser.addHelpText('after', `\n${EXIT_CODE_HELP}`);
    parser.option('--json', 'print exactly one JSON document on standard output, whatever happens');
    parser.action(() => onCommand({ kind: 'command', command, operands: parser.args, options: parser.opts() }));
  }
  return program;
}

function describeEverywhere(command: Command): void {
  command.version(appPackage.version, '-V, --version', 'print the version');
  command.helpOption('-h, --help', 'show this help');
}

import type { Command, CommanderError } from 'commander';
import { commandDiagnostics } from './command-diagnostics.js';
import { UsageError } from './usage-error.js';

interface Parsed {
  readonly program: Command;
  readonly words: readonly string[];
}

const ROOT = { path: [] };

/** The parser's complaint in our words, with a suggestion. */
export function explainParseError(error: CommanderError, { program, words }: Parsed): UsageError {
  const commands = program.commands.map((command) => command.name());
  const command = program.commands.find((each) => words.includes(each.name())) ?? program;
  // The parser tells what it stumbled over only inside its sentence, in quotes.
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.help':
      if (words[0] === 'help' && words[1] !== undefined) return explainUnknownCommand(words[1], commands);
      return usageError(commandDiagnostics['missing-command']({ known: commands }, ROOT));
    case 'commander.unknownCommand':
      return explainUnknownCommand(given, commands);
    case 'commander.unknownOption':
      return usageError(
        commandDiagnostics['unknown-option']({ given, command: pathOf(command), known: optionsOf(command) }, ROOT),
      );
    case 'commander.invalidArgument':
      return usageError(commandDiagnostics['bad-option-value'](splitComplaint(error.message), ROOT));
    default:
      return usageError(
        commandDiagnostics['wrong-arguments'](
          { problem: error.message.replace(/^error: /, ''), usage: `${pathOf(command)} ${command.usage()}` },
          ROOT,
        ),
      );
  }
}

function explainUnknownCommand(given: string, known: readonly string[]): UsageError {
  return usageError(commandDiagnostics['unknown-command']({ given, known }, ROOT));
}

function usageError(diagnostic: ConstructorParameters<typeof UsageError>[0]): UsageError {
  return new UsageError(diagnostic);
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`;
}

function optionsOf(command: Command): readonly string[] {
  const shown = command.options.filter((option) => !option.hidden);
  return ['--help', '-h', ...shown.flatMap((option) => [option.long ?? [], option.short ?? []].flat())];
}

// "error: option '--format <format>' argument 'pdf' is invalid. Allowed choices are mermaid, json."
function splitComplaint(message: string): { option: string; problem: string; help: string | undefined } {
  const [, option = 'option', value = '', help] =
    /option '([^' ,]+)[^']*' argument '([^']*)' is invalid\.\s*(.*)$/s.exec(message) ?? [];
  return { option, problem: `"${value}" is not a value that it takes`, help: help === '' ? undefined : help };
}

import type { Diagnostic } from '@millrace/schema';
import type { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.js';
import type { ExitCode } from './exit-code.js';

/** One command of millrace: its grammar, which is loaded at every start, and its work, which loads what it needs. */
export interface CliCommand<Options = unknown> {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Adds arguments, options and help. */
  declare(command: Command): void;
  /** The document of `--json` when the work could not even begin. */
  failureDocument(diagnostics: readonly Diagnostic[]): object;
  run(invocation: Invocation<Options>): Promise<Answer>;
}

/** A command line that was understood. */
export interface Invocation<Options = unknown> {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly terminal: Terminal;
}

/**
 * How a command ended. The shell prints its document, exactly once, if `--json` was given; a command that could not do its
 * work only says why, and the shell makes the document of that.
 */
export type Answer =
  | { readonly exitCode: ExitCode; readonly document: object }
  | { readonly exitCode: ExitCode; readonly failure: readonly Diagnostic[] };

/** The option of every command. */
export interface JsonOption {
  readonly json?: boolean;
}

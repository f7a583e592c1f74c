import type { CliCommand } from '../command-line/cli-command.js';
import { explain } from './explain.js';

/** The commands, in the order of the help: from writing a pipeline to running it. */
export const cliCommands: readonly CliCommand[] = [explain];

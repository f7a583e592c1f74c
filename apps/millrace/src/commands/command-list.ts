import type { CliCommand } from '../command-line/cli-command.js';
import { check } from './check.js';
import { compile } from './compile.js';
import { dryRun } from './dry-run.js';
import { explain } from './explain.js';
import { graph } from './graph.js';
import { lock } from './lock.js';
import { scenario } from './scenario.js';
import { validate } from './validate.js';

/** The commands, in the order of the help: from writing a pipeline to running it. */
export const cliCommands: readonly CliCommand[] = [validate, compile, graph, dryRun, scenario, check, lock, explain];

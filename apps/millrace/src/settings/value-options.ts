import type { Command } from 'commander';
import { collect } from '../command-line/read-options.js';

/** The options by which a command learns deploy values. */
export interface ValueOptions {
  readonly set?: readonly string[];
  readonly env?: string;
  readonly mdaa?: string;
  readonly mdaaScope?: string;
}

/** Adds {@link ValueOptions} to a command: they mean the same everywhere. */
export function declareValueOptions(command: Command): Command {
  return command
    .option('--set <NAME=VALUE>', 'the value of a deploy value; may be repeated', collect)
    .option('-e, --env <ENV>', 'take deploy values (and `data:`) from this environment of the project config')
    .option('--mdaa <FILE>', 'take organization, domain, environment and context from an MDAA config')
    .option('--mdaa-scope <SCOPE>', 'which part of it: DOMAIN/ENVIRONMENT or DOMAIN/ENVIRONMENT/MODULE');
}

/** Where deploy values come from, for help texts. */
export const VALUES_NOTE = `
Deploy values come from --set, then from the environment (-e), then from --mdaa.`;

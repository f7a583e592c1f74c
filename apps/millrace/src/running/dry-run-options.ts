import type { JsonOption } from '../command-line/cli-command.js';
import type { ValueOptions } from '../settings/value-options.js';

/** The options of `millrace dry-run`. */
export interface DryRunOptions extends JsonOption, ValueOptions {
  readonly parameter?: Readonly<Record<string, string>>;
  readonly launcher: 'scripted' | 'process' | 'container';
  readonly scenario?: string;
  readonly assume?: readonly string[];
  readonly data?: readonly string[];
  readonly strict?: boolean;
  readonly failOnUndecided?: boolean;
}

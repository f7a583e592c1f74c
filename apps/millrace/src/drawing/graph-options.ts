import type { JsonOption } from '../command-line/cli-command.js';
import type { ValueOptions } from '../settings/value-options.js';

/** The options of `millrace graph`. */
export interface GraphOptions extends JsonOption, ValueOptions {
  readonly output?: string;
  readonly format?: string;
}

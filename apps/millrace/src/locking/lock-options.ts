import type { JsonOption } from '../command-line/cli-command.js';
import type { ValueOptions } from '../settings/value-options.js';

/** The options of `millrace lock`. */
export interface LockOptions extends JsonOption, ValueOptions {
  readonly image?: readonly string[];
}

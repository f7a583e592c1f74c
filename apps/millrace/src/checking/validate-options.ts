import type { JsonOption } from '../command-line/cli-command.js';
import type { ValueOptions } from '../settings/value-options.js';

/** The options of `millrace validate`. */
export interface ValidateOptions extends JsonOption, ValueOptions {}

import type { JsonOption } from '../command-line/cli-command.js';
import type { ValueOptions } from '../settings/value-options.js';

/** The options of `millrace compile`. */
export interface CompileOptions extends JsonOption, ValueOptions {
  readonly output?: string;
  readonly to: 'definition' | 'request' | 'terraform';
  readonly requireBound?: boolean;
}

import type { JsonOption } from '../command-line/cli-command.js';

/** The options of `millrace compile`. */
export interface CompileOptions extends JsonOption {
  readonly output?: string;
  readonly to: 'definition' | 'terraform';
  readonly requireBound?: boolean;
  readonly set?: readonly string[];
  readonly env?: string;
}

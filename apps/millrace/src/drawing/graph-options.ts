import type { JsonOption } from '../command-line/cli-command.js';

/** The options of `millrace graph`. */
export interface GraphOptions extends JsonOption {
  readonly output?: string;
  readonly format?: string;
}

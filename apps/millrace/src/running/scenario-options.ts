import type { JsonOption } from '../command-line/cli-command.js';

/** The options of `millrace scenario`. */
export interface ScenarioOptions extends JsonOption {
  readonly output?: string;
}

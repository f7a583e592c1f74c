import type { CliCommand, Invocation } from '../command-line/cli-command.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import type { ScenarioOptions } from '../running/scenario-options.js';

const NOTE = `
Fill in what you want to try, then: millrace dry-run FILE --scenario OUT`;

/** `millrace scenario FILE` */
export const scenario: CliCommand<ScenarioOptions> = {
  name: 'scenario',
  summary: 'write the skeleton of a scenario: everything that the conditions read',
  declare: (command) =>
    command
      .argument('<FILE>', 'a spec (YAML) or a pipeline definition (JSON); - reads standard input')
      .option('-o, --output <OUT>', 'write to this file instead of standard output')
      .addHelpText('after', NOTE),
  failureDocument: (diagnostics) => ({ ok: false, scenario: null, diagnostics: describeDiagnostics(diagnostics) }),
  run: async (invocation: Invocation<ScenarioOptions>) =>
    (await import('../running/write-scenario.js')).writeScenario(invocation),
};

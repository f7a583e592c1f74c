import type { ValidateOptions } from '../checking/validate-options.js';
import type { CliCommand, Invocation } from '../command-line/cli-command.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { declareValueOptions, VALUES_NOTE } from '../settings/value-options.js';

const NOTE = `${VALUES_NOTE}
Those that are given are checked, too: their types, and whether AWS has the images of
frameworks in the region.`;

/** `millrace validate FILE` */
export const validate: CliCommand<ValidateOptions> = {
  name: 'validate',
  summary: 'check a spec or a definition and show everything that is wrong with it',
  declare: (command) =>
    declareValueOptions(
      command.argument('<FILE>', 'a spec (YAML) or a pipeline definition (JSON); - reads standard input'),
    ).addHelpText('after', NOTE),
  failureDocument: (diagnostics) => ({ ok: false, diagnostics: describeDiagnostics(diagnostics) }),
  run: async (invocation: Invocation<ValidateOptions>) =>
    (await import('../checking/validate-pipeline.js')).validatePipeline(invocation),
};

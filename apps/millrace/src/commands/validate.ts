import type { CliCommand, Invocation, JsonOption } from '../command-line/cli-command.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';

/** `millrace validate FILE` */
export const validate: CliCommand<JsonOption> = {
  name: 'validate',
  summary: 'check a spec or a definition and show everything that is wrong with it',
  declare: (command) =>
    command.argument('<FILE>', 'a spec (YAML) or a pipeline definition (JSON); - reads standard input'),
  failureDocument: (diagnostics) => ({ ok: false, diagnostics: describeDiagnostics(diagnostics) }),
  run: async (invocation: Invocation<JsonOption>) =>
    (await import('../checking/validate-pipeline.js')).validatePipeline(invocation),
};

import type { CliCommand, Invocation, JsonOption } from '../command-line/cli-command.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';

/** `millrace explain [CODE]` */
export const explain: CliCommand<JsonOption> = {
  name: 'explain',
  summary: 'tell what a code such as graph/unknown-step or a rule such as MR-NET-001 means, or list them all',
  declare: (command) =>
    command.argument(
      '[CODE]',
      'a code as it stands beside a message, or a rule such as MR-NET-001 or R61; without it, all are listed',
    ),
  failureDocument: (diagnostics) => ({
    ok: false,
    codes: [],
    rules: [],
    diagnostics: describeDiagnostics(diagnostics),
  }),
  run: async (invocation: Invocation<JsonOption>) =>
    (await import('../explaining/explain-codes.js')).explainCodes(invocation),
};

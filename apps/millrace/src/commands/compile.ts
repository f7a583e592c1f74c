import { Option } from 'commander';
import type { CliCommand, Invocation } from '../command-line/cli-command.js';
import type { CompileOptions } from '../compiling/compile-options.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { declareValueOptions, VALUES_NOTE } from '../settings/value-options.js';

const NOTE = `
Values that are only known at deployment (role, bucket, …) stay symbolic until they are
given; a note on standard error lists them. Of a definition, compile checks it,
puts values in, and prints it.

With --to request it prints what CreatePipeline takes beside the definition: name, role,
tags and parallelism, in the form of the AWS command line's --cli-input-json.
${VALUES_NOTE}`;

/** `millrace compile FILE` */
export const compile: CliCommand<CompileOptions> = {
  name: 'compile',
  summary: 'print the SageMaker pipeline definition of a spec',
  declare: (command) =>
    declareValueOptions(
      command
        .argument('<FILE>', 'a spec (YAML) or a pipeline definition (JSON); - reads standard input')
        .option('-o, --output <OUT>', 'write to this file instead of standard output')
        .addOption(
          new Option('--to <FORMAT>', 'what to print; terraform is not supported yet')
            .choices(['definition', 'request', 'terraform'])
            .default('definition'),
        )
        .option('--require-bound', 'exit with 1 while deploy values have no value'),
    ).addHelpText('after', NOTE),
  failureDocument: (diagnostics) => ({
    ok: false,
    definition: null,
    unbound: [],
    diagnostics: describeDiagnostics(diagnostics),
  }),
  run: async (invocation: Invocation<CompileOptions>) =>
    (await import('../compiling/compile-pipeline.js')).compilePipeline(invocation),
};

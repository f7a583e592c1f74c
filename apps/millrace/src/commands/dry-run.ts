import { Option } from 'commander';
import type { CliCommand, Invocation } from '../command-line/cli-command.js';
import { collect, collectPair } from '../command-line/read-options.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import type { DryRunOptions } from '../running/dry-run-options.js';
import { declareValueOptions, VALUES_NOTE } from '../settings/value-options.js';

const NOTE = `
Launchers:
  scripted   runs none of your code; a scenario says what jobs would write. The default,
             because it needs nothing but the file and is the same on every machine
  process    runs the real scripts on this machine, as SageMaker's containers would
  container  not supported yet

Nothing here needs an AWS account, credentials or a network (process: only to install
the requirements of scripts, once). State is kept in .millrace/ beside the project
config, without one in the working directory.

Succeeded and Undecided runs exit with 0, Failed and Stopped ones with 1. Of a definition
that SageMaker would refuse, the refusals are shown and it is simulated all the same.
${VALUES_NOTE}
What they leave open has a local value.`;

/** `millrace dry-run FILE` */
export const dryRun: CliCommand<DryRunOptions> = {
  name: 'dry-run',
  summary: 'run a pipeline on this machine, with or without its real scripts',
  declare: (command) =>
    declareValueOptions(
      command
        .argument('<FILE>', 'a spec (YAML) or a pipeline definition (JSON); - reads standard input')
        .option('-p, --parameter <NAME=VALUE>', 'the value of a pipeline parameter; may be repeated', collectPair)
        .addOption(
          new Option('--launcher <LAUNCHER>', 'who runs the jobs')
            .choices(['scripted', 'process', 'container'])
            .default('scripted'),
        )
        .option('--scenario <FILE>', 'what happens in jobs; `millrace scenario FILE` writes a skeleton')
        .option(
          '--assume <[CONDITION=]true|false>',
          'the outcome of one condition, or of all; may be repeated',
          collect,
        )
        .option('--data <S3URI=PATH>', 'a local file or folder that stands for an S3 URI; may be repeated', collect)
        .option('--strict', 'do not run what SageMaker would refuse')
        .option('--fail-on-undecided', 'exit with 1 when a condition is undecided'),
    ).addHelpText('after', NOTE),
  failureDocument: (diagnostics) => ({
    status: 'Failed',
    steps: [],
    undecided: [],
    registered: [],
    diagnostics: describeDiagnostics(diagnostics),
  }),
  run: async (invocation: Invocation<DryRunOptions>) =>
    (await import('../running/dry-run-pipeline.js')).dryRunPipeline(invocation),
};

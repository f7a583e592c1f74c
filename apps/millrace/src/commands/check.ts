import { Option } from 'commander';
import type { CliCommand, Invocation } from '../command-line/cli-command.js';
import { collect, collectFrom } from '../command-line/read-options.js';
import type { CheckOptions } from '../governing/check-options.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { declareValueOptions, VALUES_NOTE } from '../settings/value-options.js';

// Also the profiles of the schema; a test compares them. Importing those here would load zod at every start.
export const CHECK_PROFILES = ['baseline', 'regulated', 'cost'] as const;

const NOTE = `
PATH is a spec, a definition (whoever made it), a CloudFormation template (JSON), a cdk.out
folder with all its templates, or any folder: every pipeline.yaml and every definition below
it, without what tools write (node_modules, dist, cdk.out, …). --all takes the cdk.out
folders of the project too.

Findings that a project lives with stand in governance/exceptions.yaml beside its config, with
a reason, an owner and a last day; expired and unused ones are errors.

Which rules hold, how loud they are and their options, the project config says below
"governance:", for the project and for each environment. Without -e the settings of the
project hold, and nothing is compared with accounts, networks and limits of an environment.
docs/reference/governance/RULES.md lists all rules.
${VALUES_NOTE}`;

/** `millrace check PATH…` */
export const check: CliCommand<CheckOptions> = {
  name: 'check',
  summary: 'hold pipelines against the governance rules of the project',
  declare: (command) =>
    declareValueOptions(
      command
        .argument('[PATH...]', 'specs, definitions, templates or folders; - reads standard input')
        .option('--all', 'everything in the project around the working directory')
        .option(
          '--profile <PROFILE>',
          'baseline, regulated or cost, in place of the profiles of the project; may be repeated',
          collectFrom(CHECK_PROFILES),
        )
        .option('--pack <NAME>', 'an npm package or a file of further rules; may be repeated', collect)
        .option('--deployed <FILE>', 'the definition that is deployed now, for rules on changes')
        .addOption(
          new Option('--fail-on <SEVERITY>', 'exit with 1 for this and everything louder')
            .choices(['error', 'warning'])
            .default('error'),
        )
        .addOption(
          new Option('--format <FORMAT>', 'the form of the report')
            .choices(['text', 'json', 'sarif', 'junit', 'markdown'])
            .default('text'),
        )
        .option('--fix', 'write safe fixes into the files, and show the suggested ones')
        .option('--fix-suggested', 'write suggested fixes, too: they change what a pipeline does')
        .option('--explain-exceptions', 'tell what the ledger of exceptions hides, and offer entries for it')
        .option('--today <DAY>', 'YYYY-MM-DD, on which exceptions expire or do not; the clock without it')
        .option('-o, --output <OUT>', 'write the report to this file'),
    ).addHelpText('after', NOTE),
  failureDocument: (diagnostics) => ({
    findings: [],
    exceptions: [],
    diagnostics: describeDiagnostics(diagnostics),
    checked: [],
  }),
  run: async (invocation: Invocation<CheckOptions>) =>
    (await import('../governing/check-paths.js')).checkPaths(invocation),
};

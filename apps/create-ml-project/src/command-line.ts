import { Command, CommanderError } from 'commander';
import type { Request } from './request.js';
import { refuse, type Stop } from './stop.js';

/** What a command line means. */
export type CommandLine =
  | { readonly kind: 'create'; readonly request: Request }
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'refused'; readonly stop: Stop };

interface Options {
  readonly name?: string;
  readonly accounts?: string;
  readonly region?: string;
  readonly registry?: string;
  readonly yes: boolean;
  readonly install: boolean;
  readonly json: boolean;
}

/** Reads the arguments after the program's name. Never ends the process and never prints. */
export function readCommandLine(args: readonly string[], version: string): CommandLine {
  let text = '';
  const command = program(version).configureOutput({
    writeOut: (words) => {
      text += words;
    },
    writeErr: () => undefined,
  });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? { kind: 'print', text } : { kind: 'refused', stop: refuse(sentence(error, command)) };
  }
  const [folder] = command.args;
  const { name, accounts, region, registry, ...flags } = command.opts<Options>();
  return { kind: 'create', request: { folder, name, accounts, region, registry, ...flags } };
}

function program(version: string): Command {
  return new Command('create-ml-project')
    .description(
      'Creates a machine-learning project whose SageMaker pipeline runs on your machine from the first minute.',
    )
    .usage('DIR [options]')
    .argument('[DIR]', 'folder of the new project: one that does not exist yet, or an empty one')
    .option('--name <name>', 'name of the project and its model (default: the name of the folder)')
    .option('--accounts <list>', 'environments and their accounts, as dev=111111111111,prod=222222222222')
    .option('--region <region>', 'AWS region of all environments (default: AWS_REGION, else us-east-1)')
    .option('--registry <environment>', 'environment that holds the model registry (default: the first)')
    .option('--no-install', 'write the project, but do not run npm install')
    .option('-y, --yes', 'ask nothing', false)
    .option('--json', 'print one JSON document on standard output', false)
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .allowExcessArguments(false)
    .exitOverride();
}

/** Commander's message is two lines with an "error:" in front; ours is one sentence that says what is allowed. */
function sentence(error: CommanderError, command: Command): string {
  if (error.code === 'commander.excessArguments') {
    return `one folder at most, got ${command.args.map((argument) => `"${argument}"`).join(' and ')}.`;
  }
  const message = error.message.replace(/^error: /, '').replace(/\s*\n\(Did you mean (.*)\?\)$/s, ', did you mean $1');
  return `${message}; options are ${command.options.map((option) => option.long).join(', ')} and --help.`;
}

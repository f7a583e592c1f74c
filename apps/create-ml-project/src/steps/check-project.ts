import { runProgram } from '../run-program.js';
import type { Scaffold } from '../scaffold.js';
import { fail, type Stop } from '../stop.js';

type Checking = Pick<Scaffold, 'surroundings' | 'folder' | 'projectName' | 'environments' | 'installed'>;

/** Something of the project, and the command of an installed package that judges it. */
interface Check {
  readonly what: string;
  readonly command: readonly string[];
  /** What the check has shown. */
  readonly shown: string;
}

/** A project is handed over checked: its own tools read its own pipeline and make its own templates. */
export async function checkProject(scaffold: Checking): Promise<Stop | undefined> {
  const checks = checksOf(scaffold);
  if (!scaffold.installed) {
    const skipped = checks.map(({ what }) => what).join(' and ');
    scaffold.surroundings.say(`Skipped, because nothing is installed: the checks of ${skipped}`);
    return undefined;
  }
  for (const check of checks) {
    const stop = await run(check, scaffold);
    if (stop) return stop;
  }
  return undefined;
}

function checksOf({ projectName, environments }: Checking): readonly Check[] {
  const names = environments.map(({ name }) => name).join(', ');
  const pipeline = `models/${projectName}/pipeline.yaml`;
  return [
    { what: pipeline, command: ['millrace', 'check', pipeline], shown: '0 problems, 0 findings' },
    { what: 'infra/', command: ['cdk', 'synth', '--quiet'], shown: `templates for ${names}, 0 findings` },
  ];
}

async function run({ what, command, shown }: Check, { folder, surroundings }: Checking): Promise<Stop | undefined> {
  const args = ['exec', '--offline', '--', ...command];
  const { exitCode, output } = await runProgram({ command: 'npm', args, folder });
  if (exitCode === 0) {
    surroundings.say(`Checked ${what}: ${shown}`);
    return undefined;
  }
  for (const line of output.trimEnd().split('\n').slice(-20)) surroundings.say(`  ${line}`);
  return fail(`the project is written and installed, but ${what} did not pass its check; the lines above say why.`);
}

import { runProgram } from '../run-program.js';
import type { Scaffold } from '../scaffold.js';
import { fail, type Stop } from '../stop.js';

/** A project is handed over checked: its own `millrace` reads its own pipeline. */
export async function checkPipeline(
  scaffold: Pick<Scaffold, 'surroundings' | 'folder' | 'projectName' | 'installed'>,
): Promise<Stop | undefined> {
  if (!scaffold.installed) return undefined;
  const pipeline = `models/${scaffold.projectName}/pipeline.yaml`;
  const args = ['exec', '--offline', '--', 'millrace', 'validate', pipeline];
  const { exitCode, output } = await runProgram({ command: 'npm', args, folder: scaffold.folder });
  if (exitCode === 0) {
    scaffold.surroundings.say(`Checked ${pipeline}`);
    return undefined;
  }
  for (const line of output.trimEnd().split('\n').slice(-20)) scaffold.surroundings.say(`  ${line}`);
  return fail(`the project is written and installed, but ${pipeline} did not pass its check; the lines above say why.`);
}

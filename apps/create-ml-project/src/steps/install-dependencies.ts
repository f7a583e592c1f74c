import { runProgram } from '../run-program.js';
import type { Scaffold } from '../scaffold.js';
import { showFolder } from '../show-folder.js';
import { fail, type Stop } from '../stop.js';

const npmArguments = ['install', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs with npm. A failure keeps the project, which is complete, and says how to go on. */
export async function installDependencies(
  scaffold: Pick<Scaffold, 'request' | 'surroundings' | 'folder' | 'installed'>,
): Promise<Stop | undefined> {
  if (!scaffold.request.install) return undefined;
  const { say } = scaffold.surroundings;
  say('Installing dependencies with npm ...');
  const { exitCode, output } = await runProgram({ command: 'npm', args: npmArguments, folder: scaffold.folder });
  if (exitCode === 0) {
    scaffold.installed = true;
    return undefined;
  }
  for (const line of output.trimEnd().split('\n').slice(-20)) say(`  ${line}`);
  const resume = `cd ${showFolder(scaffold)} && npm install`;
  return fail(`the project is written, but npm install failed: when its cause is gone, run "${resume}".`);
}

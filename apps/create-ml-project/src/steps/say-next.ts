import type { Scaffold } from '../scaffold.js';
import { enterCommand } from '../shown-folder.js';
import type { Stop } from '../stop.js';

/** Tells what is there and what to do with it. */
export async function sayNext(scaffold: Scaffold): Promise<Stop | undefined> {
  const { projectName, request, surroundings, files } = scaffold;
  const lines = [
    `${files.length} files in ${enterCommand(scaffold).slice('cd '.length)}`,
    ...(scaffold.asked ? ['', 'The same without questions:', `  ${repeatCommand(scaffold)}`] : []),
    '',
    'Next:',
    ...nextCommands(scaffold).map((command) => `  ${command}`),
    '',
    `Yours to change: models/${projectName}/ (pipeline.yaml, src/, tests/, data/). README.md says the rest.`,
  ];
  if (!request.json) lines.forEach(surroundings.say);
  return undefined;
}

/** What to run first, in order. */
export function nextCommands(
  scaffold: Pick<Scaffold, 'surroundings' | 'folder' | 'projectName' | 'installed'>,
): string[] {
  const { projectName, installed } = scaffold;
  return [
    enterCommand(scaffold),
    ...(installed ? [] : ['npm install']),
    `npx nx dry-run ${projectName}`,
    `npx nx test ${projectName}`,
  ];
}

function repeatCommand(scaffold: Scaffold): string {
  const { request, surroundings, projectName } = scaffold;
  const folder = enterCommand(scaffold).slice('cd '.length);
  const named = folder.split('/').at(-1) === projectName ? '' : ` --name ${projectName}`;
  const flags = `${named} --yes${request.install ? '' : ' --no-install'}`;
  return `npx create-ml-project@${surroundings.version} ${folder}${flags}`;
}

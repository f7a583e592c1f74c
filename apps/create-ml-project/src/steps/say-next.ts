import type { Scaffold } from '../scaffold.js';
import { showFolder } from '../show-folder.js';
import type { Stop } from '../stop.js';

/** Tells what is there and what to do with it. */
export async function sayNext(scaffold: Scaffold): Promise<Stop | undefined> {
  const { projectName, request, surroundings, files } = scaffold;
  const lines = [
    `${files.length} files in ${showFolder(scaffold)}`,
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
    `cd ${showFolder(scaffold)}`,
    ...(installed ? [] : ['npm install']),
    `npx nx dry-run ${projectName}`,
    `npx nx test ${projectName}`,
  ];
}

function repeatCommand(scaffold: Scaffold): string {
  const { request, surroundings, projectName } = scaffold;
  const folder = showFolder(scaffold);
  const named = folder.split('/').at(-1) === projectName ? '' : ` --name ${projectName}`;
  const flags = `${named} --yes${request.install ? '' : ' --no-install'}`;
  return `npx create-ml-project@${surroundings.version} ${folder}${flags}`;
}

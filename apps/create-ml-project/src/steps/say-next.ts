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
    'Yours to change; README.md says the rest:',
    `  data scientist      models/${projectName}/ (pipeline.yaml, src/, tests/, data/)`,
    `  platform engineer   project.config.yaml${accountsAreOpen(scaffold) ? ' (fill in the accounts)' : ''}, infra/, governance/`,
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
    'npx nx synth infra',
  ];
}

function accountsAreOpen({ environments }: Pick<Scaffold, 'environments'>): boolean {
  return environments.every(({ account }) => account === undefined);
}

function repeatCommand(scaffold: Scaffold): string {
  const { request, surroundings, projectName } = scaffold;
  const folder = showFolder(scaffold);
  const named = folder.split('/').at(-1) === projectName ? '' : ` --name ${projectName}`;
  const flags = `${named}${platformFlags(scaffold)} --yes${request.install ? '' : ' --no-install'}`;
  return `npx create-ml-project@${surroundings.version} ${folder}${flags}`;
}

function platformFlags(scaffold: Pick<Scaffold, 'environments' | 'region' | 'registry'>): string {
  const { environments, region, registry } = scaffold;
  const accounts = environments.map(({ name, account }) => `${name}=${account}`).join(',');
  const registryFlag = registry === environments[0]?.name ? '' : ` --registry ${registry}`;
  return ` --region ${region}${accountsAreOpen(scaffold) ? '' : ` --accounts ${accounts}`}${registryFlag}`;
}

import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Scaffold } from '../scaffold.js';
import { showFolder } from '../show-folder.js';
import { stateFile } from '../state-file.js';
import { refuse, type Stop } from '../stop.js';

const elsewhere = 'choose a folder that does not exist yet, or an empty one';

/** The project's folder must be new or empty: nothing of anybody's is ever overwritten. */
export async function checkFolder(scaffold: Pick<Scaffold, 'surroundings' | 'folder'>): Promise<Stop | undefined> {
  if (!existsSync(scaffold.folder)) return undefined;
  const shown = showFolder(scaffold);
  if (!statSync(scaffold.folder).isDirectory()) return refuse(`${shown} is a file: ${elsewhere}.`);
  const folder = realpathSync(scaffold.folder);
  if (existsSync(join(folder, stateFile.path))) return refuse(alreadyProject(shown, folder));
  const entries = readdirSync(folder).sort();
  if (entries.length > 0) return refuse(`${shown} is not empty (${listed(entries)}): ${elsewhere}.`);
  if (folder === realpathSync(scaffold.surroundings.workingFolder)) {
    return refuse('this folder cannot be replaced while you are in it: go one up and name the folder instead.');
  }
  scaffold.folder = folder;
  return undefined;
}

function alreadyProject(shown: string, folder: string): string {
  const version = stateFile.versionIn(readFileSync(join(folder, stateFile.path), 'utf8'));
  return `${shown} is already a project of create-ml-project ${version}: ${elsewhere}.`;
}

function listed(entries: readonly string[]): string {
  const shown = entries.slice(0, 2).join(', ');
  return entries.length > 2 ? `${shown} and ${entries.length - 2} more` : shown;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The names of a project config, the first that is there wins. */
const NAMES = ['project.config.yaml', 'project.config.yml', 'project.config.ts'];

/** The project config that holds for a folder: the nearest one on the way up. Undefined outside of projects. */
export function findProjectConfig(folder: string): string | undefined {
  for (let directory = folder; ; directory = dirname(directory)) {
    const found = NAMES.map((name) => join(directory, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (dirname(directory) === directory) return undefined;
  }
}

/**
 * Where runs keep their state: `.millrace/` beside the project config, without one in the working directory; never beside
 * a spec in somebody else's folder.
 */
export function stateDirectoryFor(folder: string, workingDirectory: string): string {
  const config = findProjectConfig(folder);
  return join(config === undefined ? workingDirectory : dirname(config), '.millrace');
}

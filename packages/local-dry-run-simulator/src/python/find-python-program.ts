import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';

/**
 * Where `python3` is. pyenv's `python3` is a shell script that looks for the real one anew each time, which takes longer
 * than Python's own start; the version that it would choose is found here by pyenv's rules.
 */
export function findPythonProgram(environment: NodeJS.ProcessEnv = process.env, directory = process.cwd()): string {
  const onPath = (environment['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'python3'));
  const first = onPath.find(isProgram) ?? 'python3';
  const shims = `${sep}shims${sep}python3`;
  if (!first.endsWith(shims)) return first;
  const root = first.slice(0, -shims.length);
  const version = environment['PYENV_VERSION'] ?? localVersion(directory) ?? readText(join(root, 'version'));
  // Of several versions pyenv takes the first that has the program.
  const [name = ''] = (version ?? '').split(/[\s:]+/);
  const program = join(root, 'versions', name, 'bin', 'python3');
  return name !== '' && isProgram(program) ? program : first;
}

function localVersion(directory: string): string | undefined {
  const here = readText(join(directory, '.python-version'));
  const parent = dirname(directory);
  return here ?? (parent === directory ? undefined : localVersion(parent));
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

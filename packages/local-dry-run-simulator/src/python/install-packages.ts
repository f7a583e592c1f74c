import { join } from 'node:path';
import { writePipShim } from './pip-shim.js';
import { runCommand } from './run-command.js';

/** What to install, and where. */
export interface Installation {
  /** Folder of the environment; must not exist. */
  readonly folder: string;
  readonly python: string;
  /** Lists of libraries that stand for those of the image, tried in order; the last resort is none. */
  readonly libraries: readonly (readonly string[])[];
  /** Requirements files. */
  readonly requirements: readonly string[];
  readonly signal: AbortSignal | undefined;
}

type Argv = readonly [string, ...string[]];

/** Makes an environment with `uv` where there is one, else with `venv` and pip. */
export async function installPackages(
  installation: Installation,
): Promise<{ readonly libraries: readonly string[] } | { readonly problem: string }> {
  const { folder, python, libraries, requirements, signal } = installation;
  const withUv = (await runCommand(['uv', '--version'])).exitCode === 0;
  // --seed: scripts may call pip.
  const create: Argv = withUv
    ? ['uv', 'venv', '--quiet', '--seed', '--python', python, folder]
    : [python, '-m', 'venv', folder];
  const created = await runCommand(create, signal);
  if (created.exitCode !== 0)
    return { problem: `the Python environment could not be made: ${lastLines(created.output)}` };
  const program = join(folder, 'bin', 'python3');
  const install: Argv = withUv
    ? ['uv', 'pip', 'install', '--quiet', '--python', program]
    : [program, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const files = requirements.flatMap((file) => ['-r', file]);
  for (const list of [...libraries, []]) {
    if (list.length === 0 && files.length === 0) break;
    const wheels =
      list.length === 0 ? [] : ['--only-binary', list.map((each) => each.replace(/[<>=!~].*/, '')).join(',')];
    const installed = await runCommand([...install, ...files, ...wheels, ...list], signal);
    if (installed.exitCode === 0) return finish(installation, list);
    if (list.length === 0) return { problem: `requirements could not be installed: ${lastLines(installed.output)}` };
  }
  return finish(installation, []);
}

function finish({ folder, requirements }: Installation, libraries: readonly string[]) {
  writePipShim(folder, requirements);
  return { libraries };
}

function lastLines(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('[notice]'));
  return lines.slice(-3).join(' ').slice(0, 600);
}

import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Python virtual environment that holds what one requirements file pins. */
export interface PythonEnvironment {
  /** Absolute path of the environment's interpreter. */
  readonly python: string;
}

/**
 * Returns the virtual environment of a pinned requirements file, made on first use.
 *
 * Environments live in `$XDG_CACHE_HOME/millrace/venvs` (or `~/.cache/millrace/venvs`), one per content of
 * the file, so an edit of the file makes a new one. `uv` builds it when it is on PATH, else `python3 -m venv`
 * and pip.
 *
 * @throws Error with one plain sentence when there is no Python, PyPI cannot be reached, or the install fails.
 */
export async function ensureVirtualEnvironment(requirementsFile: string): Promise<PythonEnvironment> {
  const requirements = await readFile(requirementsFile);
  const hash = createHash('sha256').update(requirements).digest('hex').slice(0, 16);
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'millrace', 'venvs');
  const environment = join(folder, hash);
  const python = join(environment, 'bin', 'python');
  if (!(await exists(python))) {
    await mkdir(folder, { recursive: true });
    await rm(environment, { force: true }); // a link whose interpreter is gone
    await build(environment, requirementsFile);
  }
  return { python };
}

/**
 * The scripts of a virtual environment name its folder, so it cannot be built elsewhere and moved. It is built
 * in a folder of its own, and a symbolic link, which appears in one step, publishes it: a build that was
 * killed leaves no link, and of two builds at once the later one uses the link of the earlier.
 */
async function build(environment: string, requirementsFile: string): Promise<void> {
  const folder = `${environment}-${randomUUID()}`;
  try {
    await install(folder, requirementsFile);
    await symlink(basename(folder), environment);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

async function install(folder: string, requirementsFile: string): Promise<void> {
  const python = join(folder, 'bin', 'python');
  const [make, fill] = (await hasUv())
    ? [
        ['uv', 'venv', '--quiet', folder],
        ['uv', 'pip', 'install', '--quiet', '--python', python, '-r', requirementsFile],
      ]
    : [
        ['python3', '-m', 'venv', folder],
        [
          python,
          '-m',
          'pip',
          'install',
          '--quiet',
          '--disable-pip-version-check',
          '--no-input',
          '-r',
          requirementsFile,
        ],
      ];
  await runOrExplain(make, `cannot make a Python virtual environment in ${folder}`);
  await runOrExplain(fill, `cannot install ${requirementsFile}`);
}

async function hasUv(): Promise<boolean> {
  return run('uv', ['--version']).then(
    () => true,
    () => false,
  );
}

async function runOrExplain([command = '', ...rest]: readonly string[], purpose: string): Promise<void> {
  try {
    await run(command, rest);
  } catch (error) {
    throw new Error(`${purpose}: ${cause(error)}`, { cause: error });
  }
}

const UNREACHABLE =
  /name resolution|Connection|connect(?:ion)? error|from versions: none|error sending request|timed out/i;

function cause(error: unknown): string {
  if (errorCode(error) === 'ENOENT') return 'python3 is not on PATH';
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
  if (UNREACHABLE.test(output)) return 'PyPI cannot be reached from this machine';
  return output.split('\n').slice(-3).join(' ');
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

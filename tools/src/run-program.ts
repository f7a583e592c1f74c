import { spawnSync } from 'node:child_process';

/** How a program ended. */
export interface ProgramResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program to run to its end, the way a user would. */
export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute path of the working directory. */
  readonly directory: string;
  /** Added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program as if it had been started from a shell: nothing of a surrounding npm or Nx task reaches it. */
export function runProgram({ program, args, directory, environment }: ProgramCall): ProgramResult {
  const result = spawnSync(program, args, {
    cwd: directory,
    env: { ...shellEnvironment(), NX_DAEMON: 'false', ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (result.error) throw result.error;
  return { exitCode: result.status, stdout: result.stdout, stderr: result.stderr };
}

function shellEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_(?!config_)|NX_|NODE_ENV$|INIT_CWD$|VITEST|FORCE_COLOR$|npm_config_loglevel$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

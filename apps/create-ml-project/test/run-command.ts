import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The launcher that npm links; behind it stands the bundle, so a test with it needs the build. */
export const launcher = fileURLToPath(new URL('../bin/create-ml-project.js', import.meta.url));

/** How one process ended. */
export interface Ending {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and as whom a command runs. */
export interface Place {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the bundled command as a process of its own, without a terminal. */
export function runCommand(args: readonly string[], place: Place): Ending {
  return runProcess([process.execPath, launcher, ...args], place);
}

export function runProcess([program = '', ...args]: readonly string[], { folder, environment }: Place): Ending {
  const env = { ...outsideOfTasks(), ...environment };
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    input: '',
    maxBuffer: 2 ** 26,
  });
  return { exitCode: status, stdout, stderr };
}

/** The environment of a person's shell: nothing of the npm and Nx task that runs this test, and no Nx daemon left behind. */
function outsideOfTasks(): NodeJS.ProcessEnv {
  const ours = /^(npm_(?!config_)|NX_|NODE_ENV$|INIT_CWD$|VITEST|FORCE_COLOR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(kept), NX_DAEMON: 'false' };
}

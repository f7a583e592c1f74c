import { runCommand } from './run-command.js';

/** The Python of this machine. */
export interface PythonInterpreter {
  /** Path of the program itself, behind version managers and links. */
  readonly program: string;
  /** `3.11.7` */
  readonly version: string;
  /** `linux-x86_64` */
  readonly platform: string;
}

const ASK =
  'import platform, sys, sysconfig; print(sys.executable, platform.python_version(), sysconfig.get_platform(), sep="\\n")';

/** Asks `python3` what it is; undefined when there is none. */
export async function findPython(): Promise<PythonInterpreter | undefined> {
  const { exitCode, output } = await runCommand(['python3', '-c', ASK]);
  const [program, version, platform] = output.trim().split('\n');
  if (exitCode !== 0 || program === undefined || version === undefined || platform === undefined) return undefined;
  return { program, version, platform };
}

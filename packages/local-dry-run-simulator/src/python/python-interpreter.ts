import { findPythonProgram } from './find-python-program.js';
import { runCommand } from './run-command.js';

/** The Python of this machine. */
export interface PythonInterpreter {
  /** Path of the program itself, behind version managers and links. */
  readonly program: string;
  /** `3.11.7` */
  readonly version: string;
  /** `linux x86_64` */
  readonly platform: string;
}

// Only what Python knows without importing more: the answer is waited for in every run.
const ASK =
  'import os, sys; print(sys.executable, sys.version.split()[0], sys.platform + " " + os.uname().machine, sep="\\n")';

/** Asks `python3` what it is; undefined when there is none. */
export async function findPython(): Promise<PythonInterpreter | undefined> {
  const { exitCode, output } = await runCommand([findPythonProgram(), '-I', '-S', '-c', ASK]);
  const [program, version, platform] = output.trim().split('\n');
  if (exitCode !== 0 || program === undefined || version === undefined || platform === undefined) return undefined;
  return { program, version, platform };
}

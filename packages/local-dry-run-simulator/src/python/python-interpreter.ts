import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
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

/**
 * Asks `python3` what it is; undefined when there is none. `directory` keeps answers: a program that has not changed is
 * not asked again.
 */
export async function findPython(directory: string): Promise<PythonInterpreter | undefined> {
  const path = findPythonProgram();
  const kept = keptAnswer(path, directory);
  if (kept?.interpreter !== undefined) return kept.interpreter;
  const { exitCode, output } = await runCommand([path, '-I', '-S', '-c', ASK]);
  const [program, version, platform] = output.trim().split('\n');
  if (exitCode !== 0 || program === undefined || version === undefined || platform === undefined) return undefined;
  if (kept !== undefined) writeWhole(kept.file, JSON.stringify({ program, version, platform }));
  return { program, version, platform };
}

// A script (a version manager's) may choose another Python each time; only the answer of a real program is kept.
function keptAnswer(
  path: string,
  directory: string,
): { readonly file: string; readonly interpreter?: PythonInterpreter } | undefined {
  try {
    const program = realpathSync(path);
    const { size, mtimeMs } = statSync(program);
    if (readStart(program) === '#!') return undefined;
    const identity = createHash('sha256')
      .update(JSON.stringify([path, program, size, mtimeMs]))
      .digest('hex');
    const file = join(directory, `python-${identity.slice(0, 20)}.json`);
    // Written below, whole or not at all.
    return existsSync(file)
      ? { file, interpreter: JSON.parse(readFileSync(file, 'utf8')) as PythonInterpreter }
      : { file };
  } catch {
    return undefined;
  }
}

function readStart(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(2);
    readSync(descriptor, start);
    return start.toString('latin1');
  } finally {
    closeSync(descriptor);
  }
}

function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

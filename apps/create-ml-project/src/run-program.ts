import { spawn } from 'node:child_process';

/** How a program ended. */
export interface ProgramResult {
  /** 0 is success; 127 if it could not be started. */
  readonly exitCode: number;
  /** Both streams, in the order in which they arrived. */
  readonly output: string;
}

/** A program, its arguments, and the folder it runs in. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** Runs a program to its end and keeps what it says. On Windows npm's commands are scripts, which need a shell. */
export function runProgram({ command, args, folder }: Program): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], shell });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // Whoever stops this process, by a signal to it alone, means the program, too.
    const endWithUs = (): boolean => child.kill();
    process.once('exit', endWithUs);
    child.once('error', (error) => resolve({ exitCode: 127, output: error.message }));
    child.once('close', (exitCode) => {
      process.off('exit', endWithUs);
      resolve({ exitCode: exitCode ?? 1, output });
    });
  });
}

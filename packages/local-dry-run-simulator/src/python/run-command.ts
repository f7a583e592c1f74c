import { spawn } from 'node:child_process';

/** How a command ended, and what it said. */
export interface CommandResult {
  /** Undefined when the program does not exist. */
  readonly exitCode: number | undefined;
  readonly output: string;
}

/** Runs a command of our own (pip, uv, an interpreter) to its end. No AWS credentials reach it. */
export function runCommand(argv: readonly [string, ...string[]], signal?: AbortSignal): Promise<CommandResult> {
  const [program, ...rest] = argv;
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      env: Object.fromEntries(own),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', () => resolve({ exitCode: undefined, output }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

import { spawnSync } from 'node:child_process';

/** A command as somebody would type it, and the folder it runs in. */
export interface ShownCommand {
  /** The program and its arguments; none of them needs quoting. */
  readonly words: readonly string[];
  readonly directory: string;
}

/** Ends the demo: a command that must work did not. */
export class DemoStopped extends Error {}

export function headline(text: string): void {
  console.log(`\n== ${text}`);
}

/**
 * Prints a command, then runs it with its output going straight to the reader.
 *
 * @throws DemoStopped if it fails
 */
export function show({ words, directory }: ShownCommand): void {
  const line = words.join(' ');
  console.log(`$ ${line}`);
  const [program = '', ...args] = words;
  const env = { ...process.env, NX_DAEMON: 'false' };
  const { status, error } = spawnSync(program, args, { cwd: directory, env, stdio: 'inherit' });
  if (status !== 0) throw new DemoStopped(`"${line}" failed: ${error?.message ?? `exit code ${status}`}`);
}

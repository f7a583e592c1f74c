import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../repository.js';

/** What `millrace explain --json` says of a code. */
export interface ExplainedCode {
  readonly code: string;
  readonly severity: string;
  readonly kind: string;
  readonly rules: readonly string[];
  readonly explanation: string;
}

/** All codes. The command line knows those of every package; nothing imports an app, so it is asked like a user would. */
export function explainAll(): readonly ExplainedCode[] {
  const program = join(repositoryRoot, 'apps/millrace/src/cli.ts');
  const words = ['--import', 'tsx', '--conditions=@millrace/source', program, 'explain', '--json'];
  // Its list for people goes to standard error.
  const { codes } = JSON.parse(
    execFileSync(process.execPath, words, {
      cwd: repositoryRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  return codes;
}

import { execFileSync } from 'node:child_process';
import { findChangedFiles, fingerprint } from './find-changed-files.js';
import { type Generator, generators } from './generated-files.js';
import { repositoryRoot } from './repository.js';

/**
 * Runs every generator. With `--check` a changed file is an error, so that nobody lands a stale one; the file is current
 * afterwards and only has to be committed.
 */
const isCheck = process.argv.includes('--check');
const chosen = isCheck ? generators.filter((generator) => !generator.needsNetwork) : generators;
const stale = chosen.flatMap(runGenerator);
if (isCheck && stale.length > 0) {
  console.error(`These generated files were stale and have just been written again. Commit them:\n${stale.join('\n')}`);
  process.exitCode = 1;
}

function runGenerator({ name, command, outputs }: Generator): string[] {
  const before = fingerprint(repositoryRoot, outputs);
  const [program = '', ...args] = command;
  execFileSync(program, args, { cwd: repositoryRoot, stdio: ['ignore', 'ignore', 'inherit'] });
  const changed = findChangedFiles(before, fingerprint(repositoryRoot, outputs));
  console.log(`${name}: ${changed.length === 0 ? 'current' : `${changed.length} written`}`);
  return changed.map((file) => `  ${file}  (${name})`);
}

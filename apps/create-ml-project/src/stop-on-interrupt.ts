import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Scaffold } from './scaffold.js';
import { showFolder } from './show-folder.js';
import { stateFile } from './state-file.js';

/** On Ctrl-C and on SIGTERM: what is half written goes, what is complete stays, and the exit code is 130. */
export function stopOnInterrupt(scaffold: Scaffold): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A write that is under way would put back what is removed here, so the writer itself clears up.
      if (scaffold.draft !== undefined) {
        scaffold.interrupted = true;
        return;
      }
      process.stderr.write(`create-ml-project: ${whatIsLeft(scaffold)}\n`);
      process.exit(130);
    });
  }
}

function whatIsLeft(scaffold: Scaffold): string {
  const written = scaffold.files.length > 0 && existsSync(join(scaffold.folder, stateFile.path));
  if (!written) return 'Cancelled, nothing was written.';
  return `Cancelled; the project is written. To go on, run "cd ${showFolder(scaffold)} && npm install".`;
}

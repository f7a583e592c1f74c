import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';
import { describeSystemError } from './describe-system-error.js';

/**
 * Writes a file as a whole or not at all: into a temporary file beside it, then one rename. What is no regular file,
 * such as `/dev/stdout` or a pipe, is written to directly. Throws a UsageError where the place cannot be written.
 */
export async function writeOutputFile(file: string, content: string): Promise<void> {
  const path = resolve(file);
  const present = await stat(path).catch(() => undefined);
  if (present?.isDirectory() === true)
    throw unwritable(file, 'it is a directory', `name a file in it: ${join(file, 'FILE')}`);
  if (present !== undefined && !present.isFile()) return writeFile(path, content).catch(refuse(file));
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx', ...(present === undefined ? {} : { mode: present.mode }) });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    refuse(file)(error);
  }
}

function refuse(file: string): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw unwritable(file, `there is no directory ${dirname(file)}`, 'create it first');
    throw unwritable(file, describeSystemError(error));
  };
}

function unwritable(file: string, reason: string, help?: string): UsageError {
  return new UsageError(commandDiagnostics['unwritable-output']({ file, reason, help }, { path: [] }));
}

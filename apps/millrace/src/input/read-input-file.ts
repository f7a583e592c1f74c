import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { fail, type Outcome, READING_LIMITS, syntaxDiagnostics } from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';
import { describeSystemError } from '../output/describe-system-error.js';
import type { Terminal } from '../terminal/terminal.js';
import { decodeText } from './decode-text.js';
import type { InputFile } from './input-file.js';
import { suggestFile, suggestFileIn } from './suggest-file.js';

const STANDARD_INPUT = '-';
// UTF-8 takes at most four bytes for two UTF-16 units and three for one; what is larger cannot be within the limit.
const MOST_BYTES = 3 * READING_LIMITS.maxCharacters;

/**
 * Reads the FILE of a command; `-` is standard input. Throws a UsageError where there is nothing to read; what is wrong
 * with the bytes themselves is a diagnostic.
 */
export async function readInputFile(file: string, terminal: Terminal): Promise<Outcome<InputFile>> {
  if (file === STANDARD_INPUT) return readStandardInput(terminal);
  refuseTypeScript(file);
  const path = resolve(terminal.workingDirectory, file);
  const bytes = await readBytes(file, path);
  return typeof bytes === 'number' ? tooLarge(bytes, file) : toInputFile(bytes, { file, folder: dirname(path) });
}

async function readStandardInput(terminal: Terminal): Promise<Outcome<InputFile>> {
  if (terminal.standardInputIsTerminal) terminal.tell('reading standard input; end with Ctrl-D\n');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of terminal.readStandardInput()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) break;
  }
  return toInputFile(Buffer.concat(chunks), { file: '<stdin>', folder: terminal.workingDirectory });
}

function toInputFile(bytes: Uint8Array, { file, folder }: Omit<InputFile, 'text'>): Outcome<InputFile> {
  if (bytes.length > MOST_BYTES) return tooLarge(bytes.length, file);
  const { value: text, diagnostics } = decodeText(bytes, file);
  return { value: text === undefined ? undefined : { file, text, folder }, diagnostics };
}

function tooLarge(bytes: number, file: string): Outcome<InputFile> {
  const range = { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const sizes = { size: bytes, unit: 'bytes', atMost: READING_LIMITS.maxCharacters } as const;
  return fail([{ ...syntaxDiagnostics['too-large'](sizes, { path: [] }), range }]);
}

function refuseTypeScript(file: string): void {
  if (!/^\.[cm]?[jt]sx?$/.test(extname(file))) return;
  const instead = 'write the spec in YAML for now, or print the definition and give that';
  throw new UsageError(
    commandDiagnostics['not-supported-yet']({ what: `a spec in TypeScript (${file})`, instead }, { path: [] }),
  );
}

/** The bytes of a file; of one that is too large only how many there are, because they may not fit into memory. */
async function readBytes(file: string, path: string): Promise<Uint8Array | number> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? size : await readFile(path);
  } catch (error) {
    throw await explainFailure(error, file, path);
  }
}

async function explainFailure(error: unknown, file: string, path: string): Promise<UsageError> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = { path: [] };
  if (code === 'ENOENT') {
    return new UsageError(commandDiagnostics['missing-file']({ file, near: await suggestFile(file, path) }, place));
  }
  if (code === 'EISDIR') {
    return new UsageError(
      commandDiagnostics['not-a-file']({ file, candidate: await suggestFileIn(file, path) }, place),
    );
  }
  return new UsageError(commandDiagnostics['unreadable-file']({ file, reason: describeSystemError(error) }, place));
}

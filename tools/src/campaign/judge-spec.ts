import { checkDefinitionText, compileSpec } from '@millrace/compiler';
import { type Diagnostic, type Json, writeJson } from '@millrace/schema';

/** Whether a spec kept the laws: what came of it, and the first law that it broke. */
export interface Verdict {
  readonly outcome: 'definition' | 'diagnostics';
  readonly broken: string | undefined;
}

/** Longest time that one spec may take, in milliseconds. */
const LONGEST_MS = 5_000;

const NO_FILES = { read: () => undefined, list: () => undefined };

/**
 * The laws of compiling any text: no exception, no hang, a definition or a diagnostic, every diagnostic in words and with
 * a place inside the file, and a definition that holds when it is read again.
 */
export async function judgeSpec(text: string): Promise<Verdict> {
  const start = performance.now();
  try {
    const { value, diagnostics } = await compileSpec({ file: 'mutant.yaml', text }, { files: NO_FILES });
    const outcome = value === undefined ? 'diagnostics' : 'definition';
    // A definition is JSON; its typed view only says more.
    const reread = value === undefined ? undefined : await findFault(value.definition as unknown as Json);
    const silent =
      value === undefined && diagnostics.length === 0 ? 'neither a definition nor a diagnostic' : undefined;
    const slow = performance.now() - start > LONGEST_MS ? `more than ${LONGEST_MS} ms` : undefined;
    return { outcome, broken: silent ?? slow ?? reread ?? findBadDiagnostic(diagnostics, text) };
  } catch (error) {
    return { outcome: 'diagnostics', broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function findBadDiagnostic(diagnostics: readonly Diagnostic[], text: string): string | undefined {
  const bad = diagnostics.find((each) => !isPlaced(each, text) || !isInWords(each));
  return bad === undefined ? undefined : `a diagnostic without place or words: ${JSON.stringify(bad).slice(0, 2_000)}`;
}

function isPlaced({ range }: Diagnostic, text: string): boolean {
  if (range === undefined) return false;
  const lines = text.split('\n');
  const { line, column } = range.start;
  return line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
}

function isInWords({ message, help = '' }: Diagnostic): boolean {
  return message !== '' && !/\bundefined\b|\[object |Invalid input|\bNaN\b/.test(message + help);
}

/** What is wrong with a definition that the compiler gave. */
async function findFault(definition: Json): Promise<string | undefined> {
  const { value, diagnostics } = await checkDefinitionText({ file: 'given.json', text: writeJson(definition) });
  const blocking = diagnostics.find((each) => each.blocking);
  if (value !== undefined && blocking === undefined) return undefined;
  return `the definition cannot be read again: ${blocking?.code} ${blocking?.message}`;
}

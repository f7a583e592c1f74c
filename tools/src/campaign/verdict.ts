import type { Diagnostic } from '@millrace/schema';

/** Whether a mutant kept the laws: what came of it, and the first law that it broke. */
export interface Verdict {
  readonly outcome: 'accepted' | 'refused';
  readonly broken: string | undefined;
}

/** What came of a text: whether it was accepted, what was said about it, and a law that it broke on the way. */
export interface Trial {
  readonly accepted: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken?: string | undefined;
}

/** Longest time that one text may take, in milliseconds. */
const LONGEST_MS = 5_000;

/**
 * Holds what a trial did to the laws of everything that reads a text: no exception, no hang, acceptance or a diagnostic,
 * and every diagnostic in words and with a place inside the file.
 */
export async function judge(text: string, attempt: (text: string) => Promise<Trial>): Promise<Verdict> {
  const start = performance.now();
  try {
    const { accepted, diagnostics, broken } = await attempt(text);
    const silent = !accepted && diagnostics.length === 0 ? 'neither accepted nor a diagnostic' : undefined;
    const slow = performance.now() - start > LONGEST_MS ? `more than ${LONGEST_MS} ms` : undefined;
    return {
      outcome: accepted ? 'accepted' : 'refused',
      broken: silent ?? slow ?? broken ?? findBadDiagnostic(diagnostics, text),
    };
  } catch (error) {
    return { outcome: 'refused', broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function findBadDiagnostic(diagnostics: readonly Diagnostic[], text: string): string | undefined {
  const lines = text.split('\n');
  const bad = diagnostics.find((each) => !isPlaced(each, lines) || !isInWords(each));
  return bad === undefined ? undefined : `a diagnostic without place or words: ${JSON.stringify(bad).slice(0, 2_000)}`;
}

function isPlaced({ range }: Diagnostic, lines: readonly string[]): boolean {
  if (range === undefined) return false;
  const { line, column } = range.start;
  return line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
}

function isInWords({ message, help = '' }: Diagnostic): boolean {
  return message !== '' && !/\bundefined\b|\[object |Invalid input|\bNaN\b/.test(message + help);
}

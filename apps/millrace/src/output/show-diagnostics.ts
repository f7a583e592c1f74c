import { type Diagnostic, type RenderPalette, renderDiagnostic, type Severity } from '@millrace/schema';
import type { Colours } from '../terminal/terminal.js';
import { inReadingOrder } from './in-reading-order.js';

const MOST_SHOWN = 100;

/**
 * Diagnostics for people, one block each, with their source lines, in the order of the document; of very many the errors first, and not all. Empty text
 * for none.
 */
export function showDiagnostics(diagnostics: readonly Diagnostic[], { files, colours }: ShowOptions): string {
  if (diagnostics.length > MOST_SHOWN) {
    const errorsFirst = diagnostics.toSorted((one, other) => RANK[one.severity] - RANK[other.severity]);
    const shown = showDiagnostics(errorsFirst.slice(0, MOST_SHOWN), { files, colours });
    return `${shown}… and ${diagnostics.length - MOST_SHOWN} more; --json has all\n`;
  }
  const options = { textOf: (file: string) => files.get(file), palette: paletteOf(colours) };
  return inReadingOrder(diagnostics)
    .map((each) => `${renderDiagnostic(each, options)}\n`)
    .join('');
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The texts that places lead into, by the name shown to people; and the colours of the stream. */
export interface ShowOptions {
  readonly files: ReadonlyMap<string, string>;
  readonly colours: Colours;
}

function paletteOf(colours: Colours): RenderPalette {
  return {
    severity: { error: colours.red, warning: colours.yellow, info: colours.cyan },
    place: colours.bold,
    dim: colours.dim,
    help: colours.green,
  };
}

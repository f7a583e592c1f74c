import { type Diagnostic, type RenderPalette, renderDiagnostic } from '@millrace/schema';
import type { Colours } from '../terminal/terminal.js';

/** Diagnostics for people, one block each, with their source lines. Empty text for none. */
export function showDiagnostics(diagnostics: readonly Diagnostic[], { files, colours }: ShowOptions): string {
  const options = { textOf: (file: string) => files.get(file), palette: paletteOf(colours) };
  return diagnostics.map((each) => `${renderDiagnostic(each, options)}\n`).join('');
}

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

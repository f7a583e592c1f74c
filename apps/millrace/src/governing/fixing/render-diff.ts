import { printable } from '@millrace/schema';
import { createTwoFilesPatch } from 'diff';
import type { Colours } from '../../terminal/terminal.js';

/** What changes between two texts of a file, as a unified diff. */
export function renderDiff(
  file: string,
  { before, after }: { readonly before: string; readonly after: string },
  colours: Colours,
): string {
  const patch = createTwoFilesPatch(file, file, before, after, undefined, undefined, { context: 3 });
  // The library begins with lines for other tools.
  const lines = patch.slice(patch.indexOf('--- ')).trimEnd().split('\n');
  return lines.map((line) => colourLine(printable(line.replace(/\r$/, '')), colours)).join('\n');
}

function colourLine(line: string, { bold, cyan, green, red }: Colours): string {
  if (/^(?:---|\+\+\+) /.test(line)) return bold(line.trimEnd());
  if (line.startsWith('@@')) return cyan(line);
  if (line.startsWith('+')) return green(line);
  return line.startsWith('-') ? red(line) : line;
}

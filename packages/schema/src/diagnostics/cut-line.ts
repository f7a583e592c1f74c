import type { SourceRange } from './diagnostic.js';
import { printable } from './printable.js';

/** A source line as it is shown, and the squiggle below it. */
export interface ShownLine {
  readonly text: string;
  /** Spaces, then at least one `~`. */
  readonly squiggle: string;
}

const TAB = '    ';
const CUT = '…';

/**
 * The part of the line around the range that fits into `width` columns. Tabs become spaces, control
 * characters visible; a range over several lines ends with the first.
 */
export function cutLine(line: string, range: SourceRange, width: number): ShownLine {
  const { before, marked, after, cutBefore } = takeNeighbourhood(line, range, width);
  const lead = columns(before);
  const fits = !cutBefore && lead + columns(marked) <= width - 1;
  // A third of the width stays before the range, so that one sees what it belongs to.
  const start = fits ? 0 : Math.max(0, lead - Math.floor(width / 3));
  const room = Math.max(1, width - (lead - start) - 1);
  return {
    text: cutOut(before + marked + after, { start, end: start + width, cutBefore: cutBefore || start > 0 }),
    squiggle: ' '.repeat(lead - start) + '~'.repeat(Math.max(1, Math.min(columns(marked), room))),
  };
}

// A definition without line breaks is one line of a megabyte; only what can be shown is looked at.
function takeNeighbourhood(line: string, { start, end }: SourceRange, width: number) {
  const from = Math.min(start.column - 1, line.length);
  const to = end.line > start.line ? line.length : Math.min(Math.max(end.column - 1, from), line.length);
  const first = Math.max(0, from - 2 * width);
  return {
    before: show(line.slice(first, from)),
    marked: show(line.slice(from, Math.min(to, from + width))),
    after: show(line.slice(Math.min(to, from + width), to + width)),
    cutBefore: first > 0,
  };
}

function show(text: string): string {
  return printable(text.replaceAll('\t', TAB));
}

function cutOut(text: string, { start, end, cutBefore }: { start: number; end: number; cutBefore: boolean }): string {
  const shown: string[] = [];
  let column = 0;
  for (const character of text) {
    const next = column + columnsOf(character);
    if (column >= start && next <= end) shown.push(character);
    column = next;
  }
  if (cutBefore) shown.splice(0, 1, CUT);
  if (column > end) shown.splice(-1, 1, CUT);
  return shown.join('').trimEnd();
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + columnsOf(character), 0);
}

// East Asian scripts and emoji take two columns of a terminal, marks that combine with a letter none.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

function columnsOf(character: string): number {
  if (WITHOUT_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

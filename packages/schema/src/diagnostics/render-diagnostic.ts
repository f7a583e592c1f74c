import { cutLine } from './cut-line.js';
import type { Diagnostic, Path, SourceRange } from './diagnostic.js';
import { formatPath } from './format-path.js';
import { printable } from './printable.js';
import { type Paint, PLAIN_PALETTE, type RenderPalette } from './render-palette.js';

/** How diagnostics are shown. */
export interface RenderOptions {
  /** The text of a file that a range names; undefined where it is not at hand, then no line is shown. */
  readonly textOf: (file: string) => string | undefined;
  /** Without it no colours. */
  readonly palette?: RenderPalette;
  /** Columns of the terminal; 100 without it. */
  readonly width?: number;
}

/**
 * A diagnostic for people: place, severity, code and message; the line with a squiggle; related places
 * with their lines; the reason, one help. Ends without a line break.
 */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const palette = options.palette ?? PLAIN_PALETTE;
  const { severity, code, message, related, why, help } = diagnostic;
  const paint = palette.severity[severity];
  const place = describePlace(diagnostic);
  const head = `${place === '' ? '' : `${palette.place(place)} `}${paint(severity)} ${palette.dim(code)} ${printable(message)}`;
  return [
    head,
    ...renderLine(diagnostic.range, paint, options),
    ...(related ?? []).flatMap((place) => [
      `  ${palette.place(describePlace(place))} ${printable(place.message)}`,
      ...renderLine(place.range, palette.dim, options),
    ]),
    ...(why === undefined ? [] : [`  ${palette.dim('why:')} ${printable(why)}`]),
    ...(help === undefined ? [] : [`  ${palette.help('help:')} ${printable(help)}`]),
  ].join('\n');
}

function describePlace({ range, path }: { readonly range?: SourceRange; readonly path: Path }): string {
  if (range !== undefined) return `${printable(range.file)}:${range.start.line}:${range.start.column}`;
  // Nothing at all for what concerns no place, such as a value of the command line.
  return printable(formatPath(path));
}

const DEFAULT_WIDTH = 100;
const NARROWEST = 20;

function renderLine(range: SourceRange | undefined, paint: Paint, options: RenderOptions): readonly string[] {
  const text = range === undefined ? undefined : options.textOf(range.file);
  if (range === undefined || text === undefined) return [];
  const line = lineOf(text, range.start.line);
  if (line.trim() === '') return [];
  const dim = (options.palette ?? PLAIN_PALETTE).dim;
  const number = String(range.start.line).padStart(5);
  const width = Math.max(NARROWEST, (options.width ?? DEFAULT_WIDTH) - number.length - ' │ '.length);
  const shown = cutLine(line, range, width);
  return [
    `${dim(`${number} │`)} ${shown.text}`,
    `${dim(`${' '.repeat(number.length)} │`)} ${paintMarks(shown.squiggle, paint)}`,
  ];
}

function paintMarks(squiggle: string, paint: Paint): string {
  const at = squiggle.indexOf('~');
  return squiggle.slice(0, at) + paint(squiggle.slice(at));
}

function lineOf(text: string, line: number): string {
  let start = 0;
  for (let skipped = 1; skipped < line; skipped += 1) {
    const newline = text.indexOf('\n', start);
    if (newline === -1) return '';
    start = newline + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
}

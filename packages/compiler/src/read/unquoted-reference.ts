import type { Offsets } from '@millrace/schema';
import type { YamlToken } from './lex-yaml.js';

// A reference stands on one line and is short; looking further would only cost time.
const LONGEST_REFERENCE = 2048;

/**
 * The stretch of text that was meant as one text with a reference in it, when YAML takes its braces for maps:
 * `{{account}}` anywhere a value may start, and both `{{…}}` and `${…}` between brackets.
 *
 * @param opening a `{` token
 * @param previous the token directly before it
 */
export function findUnquotedReference(
  text: string,
  { opening, previous, inFlow }: { opening: YamlToken; previous: YamlToken | undefined; inFlow: boolean },
): Offsets | undefined {
  const at = opening.offset;
  const before = previous?.kind === 'plain' && previous.offset + previous.source.length === at ? previous : undefined;
  const dollar = before?.source.endsWith('$') === true;
  if (!dollar && !text.startsWith('{{', at)) return undefined;
  const line = text.slice(at, at + LONGEST_REFERENCE).split('\n', 1)[0] ?? '';
  if (!line.includes(dollar ? '}' : '}}')) return undefined;
  return [before?.offset ?? at, at + lengthOfText(dollar ? `$${line}` : line, inFlow) - (dollar ? 1 : 0)];
}

const REFERENCE = /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\})/;
const END_IN_FLOW = /^(?:[,[\]{}\r]|\s+#|:(?=[\s,[\]{}]|$))/;
const END_IN_BLOCK = /^(?:\r|\s+#|:(?=\s|$))/;

function lengthOfText(line: string, inFlow: boolean): number {
  const end = inFlow ? END_IN_FLOW : END_IN_BLOCK;
  let length = 0;
  while (length < line.length) {
    const rest = line.slice(length);
    const reference = REFERENCE.exec(rest);
    if (reference === null && end.test(rest)) break;
    length += reference?.[0].length ?? 1;
  }
  return line.slice(0, length).trimEnd().length;
}

/** The text with each stretch replaced by as many letters: what else is wrong shows, at its own place. */
export function maskStretches(text: string, stretches: readonly Offsets[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [start, end] of stretches) {
    pieces.push(text.slice(from, start), 'x'.repeat(end - start));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

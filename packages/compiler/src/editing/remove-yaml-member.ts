import { isMap, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Splice } from './splice.js';
import { asNode, dashOf, endOf, endOfItem, endOfPair, isWritten, lineStart, lineStop, startOf } from './yaml-places.js';

/** Takes an entry out of a map, or an item out of a list, that holds others. Undefined where a comment would go with it. */
export function removeYamlMember(
  around: YAMLMap | YAMLSeq,
  index: number,
  text: string,
): readonly Splice[] | undefined {
  if (around.flow === true) return removeInBrackets(around, index, text);
  const lines = removeLines(around, index, text);
  return lines && [lines];
}

function removeLines(around: YAMLMap | YAMLSeq, index: number, text: string): Splice | undefined {
  const from = startOfMember(around, index);
  const stop = lineStop(text, endOfMember(around, index, text));
  const line = lineStart(text, from);
  if (text.slice(line, from).trim() !== '') return joinNext(around, index, text);
  const next = text.indexOf('\n', stop);
  if (next !== -1) return { from: line, to: next + 1, content: '' };
  // The last line of a text that does not end its lines.
  return { from: text[line - 2] === '\r' ? line - 2 : Math.max(0, line - 1), to: stop, content: '' };
}

/** What stands beside a dash gives its place to what follows it. */
function joinNext(around: YAMLMap | YAMLSeq, index: number, text: string): Splice | undefined {
  const stop = lineStop(text, endOfMember(around, index, text));
  const to = startOfMember(around, index + 1);
  if (text.slice(stop, to).trim() !== '') return undefined;
  return { from: startOfMember(around, index), to, content: '' };
}

function removeInBrackets(around: YAMLMap | YAMLSeq, index: number, text: string): readonly Splice[] | undefined {
  const isLast = index === around.items.length - 1;
  const own = linesOfMember(around, index, text);
  if (own !== undefined) return isLast ? [...commaBefore(around, index, text), own] : [own];
  const from = isLast ? endOfMember(around, index - 1, text) : startOfMember(around, index);
  const to = isLast ? endOfMember(around, index, text) : startOfMember(around, index + 1);
  return COMMENT.test(text.slice(from, to)) ? undefined : [{ from, to, content: '' }];
}

const COMMENT = /#[^\n]*\n/;

/** The lines of a member that shares them with no other. */
function linesOfMember(around: YAMLMap | YAMLSeq, index: number, text: string): Splice | undefined {
  const start = startOfMember(around, index);
  const from = lineStart(text, start);
  const end = endOfMember(around, index, text);
  const to = lineStop(text, end);
  const next = text.indexOf('\n', to);
  const isAlone = text.slice(from, start).trim() === '' && /^\s*,?\s*(?:#.*)?$/.test(text.slice(end, to));
  return isAlone && next !== -1 ? { from, to: next + 1, content: '' } : undefined;
}

/** The comma that the member before the last one needs no longer. */
function commaBefore(around: YAMLMap | YAMLSeq, index: number, text: string): readonly Splice[] {
  const comma = text.indexOf(',', endOfMember(around, index - 1, text));
  return [{ from: comma, to: comma + 1, content: '' }];
}

function startOfMember(around: YAMLMap | YAMLSeq, index: number): number {
  if (isMap(around)) return startOf(asNode(pairAt(around, index)?.key));
  return dashOf(around, index) ?? startOf(asNode(around.items[index]));
}

function endOfMember(around: YAMLMap | YAMLSeq, index: number, text: string): number {
  if (isMap(around)) return endOfPair(pairAt(around, index), text);
  const item = asNode(around.items[index]);
  return around.flow === true && isWritten(item) ? endOf(item, text) : endOfItem(around, index, text);
}

function pairAt({ items }: YAMLMap, index: number): Pair | undefined {
  return items[index];
}

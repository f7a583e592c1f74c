import type { Json } from '@millrace/schema';
import { isMap, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { renderEntry, renderFlow, renderItem } from './render-yaml.js';
import { insertion, type Splice } from './splice.js';
import { columnOf, type YamlLayout } from './yaml-layout.js';
import { asNode, endOf, endOfItem, endOfPair, isWritten, lineStart, lineStop, startOf } from './yaml-places.js';
import type { YamlText } from './yaml-slot.js';

/** What is new in a map or list: an entry, or an item where it has no key. */
export interface NewMember {
  readonly key: string | undefined;
  readonly value: Json;
}

/** Adds a last entry to a map, or a last item to a list. */
export function addYamlMember(around: YAMLMap | YAMLSeq, member: NewMember, yaml: YamlText): readonly Splice[] {
  return around.flow === true ? addInBrackets(around, member, yaml) : [addLines(around, member, yaml)];
}

function addLines(around: YAMLMap | YAMLSeq, { key, value }: NewMember, { text, layout }: YamlText): Splice {
  const lines = key === undefined ? renderItem(value, layout) : renderEntry(key, value, layout);
  const indent = `${layout.lineEnd}${' '.repeat(columnOf(text, around))}`;
  return insertion(lineStop(text, endOfLast(around, text)), lines.map((line) => indent + line).join(''));
}

function addInBrackets(around: YAMLMap | YAMLSeq, member: NewMember, { text, layout }: YamlText): readonly Splice[] {
  const content = renderMember(member, layout);
  const [from, to] = [startOf(around), endOf(around, text)];
  if (around.items.length === 0) {
    const isPadded = isMap(around) && !layout.isJson;
    const brackets = [text[from], text[to - 1]];
    return [{ from, to, content: isPadded ? `{ ${content} }` : `${brackets[0]}${content}${brackets[1]}` }];
  }
  const end = endOfLast(around, text);
  const firstLine = lineStart(text, startOfLast(around));
  // Members on lines of their own: so is the new one, and a comment behind the last one stays where it is.
  if (firstLine <= from) return [insertion(end, `, ${content}`)];
  const indent = /^ */.exec(text.slice(firstLine))?.[0] ?? '';
  const line = `${layout.lineEnd}${indent}${content}`;
  const hasComma = /^\s*,/.test(text.slice(end, to));
  if (hasComma) return [insertion(lineStop(text, text.indexOf(',', end)), `${line},`)];
  const stop = lineStop(text, end);
  return stop > end && stop < to ? [insertion(end, ','), insertion(stop, line)] : [insertion(end, `,${line}`)];
}

function renderMember({ key, value }: NewMember, layout: YamlLayout): string {
  if (key === undefined) return renderFlow(value, layout);
  return `${renderFlow(key, layout)}: ${renderFlow(value, layout)}`;
}

function endOfLast(around: YAMLMap | YAMLSeq, text: string): number {
  if (isMap(around)) return endOfPair(lastPair(around), text);
  const last = asNode(around.items.at(-1));
  return around.flow === true && isWritten(last) ? endOf(last, text) : endOfItem(around, around.items.length - 1, text);
}

function startOfLast(around: YAMLMap | YAMLSeq): number {
  return startOf(asNode(isMap(around) ? lastPair(around)?.key : around.items.at(-1)));
}

function lastPair({ items }: YAMLMap): Pair | undefined {
  return items.at(-1);
}

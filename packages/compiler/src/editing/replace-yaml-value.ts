import { isJsonScalar, type Json } from '@millrace/schema';
import { isCollection, isScalar, Scalar } from 'yaml';
import { type QuoteStyle, renderBlock, renderFlow, standsInOneLine } from './render-yaml.js';
import { insertion, type Splice } from './splice.js';
import { endOf, isWritten, lineStop, startOf, type YamlNode } from './yaml-places.js';
import type { YamlSlot, YamlText } from './yaml-slot.js';

/** Puts another value in the place of an entry's or an item's. */
export function replaceYamlValue(slot: YamlSlot, value: Json, yaml: YamlText): readonly Splice[] {
  const { node, behind, isFlow } = slot;
  const { text, layout } = yaml;
  if (isWritten(node) && (isFlow || behind === undefined || !isBlock(node)))
    return [replaceInLine({ ...slot, node }, value, yaml)];
  if (behind === undefined) return [];
  const content = isFlow ? ` ${renderFlow(value, layout)}` : contentBehind(slot, value, yaml);
  if (!isWritten(node)) return [insertion(behind, content)];
  const stop = lineStop(text, behind);
  const end = endOf(node, text);
  // A comment between the key and a map below it stays at the key.
  const isCommented = startOf(node) > stop && text.slice(behind, stop).trim() !== '';
  return isCommented
    ? [insertion(behind, content), { from: stop, to: end, content: '' }]
    : [{ from: behind, to: end, content }];
}

function replaceInLine(slot: YamlSlot & { readonly node: YamlNode }, value: Json, yaml: YamlText): Splice {
  const { text, layout } = yaml;
  const { node, behind, isFlow } = slot;
  const to = endOf(node, text);
  const endsLine = text.slice(to, lineStop(text, to)).trim() === '';
  if (isFlow || behind === undefined || isJsonScalar(value) || standsInOneLine(value) || !endsLine)
    return { from: startOf(node), to, content: renderFlow(value, layout, styleOf(node)) };
  return { from: behind, to, content: contentBehind(slot, value, yaml) };
}

/** A value as it stands behind a colon or dash: beside it, or in the lines below. */
function contentBehind({ columnBelow }: YamlSlot, value: Json, { layout }: YamlText): string {
  if (standsInOneLine(value)) return ` ${renderFlow(value, layout)}`;
  const indent = ' '.repeat(columnBelow(value));
  const lines = renderBlock(value, layout).map((line) => `${layout.lineEnd}${indent}${line}`);
  return lines.join('');
}

function isBlock(node: YamlNode): boolean {
  return isCollection(node) && node.flow !== true;
}

function styleOf(node: YamlNode): QuoteStyle {
  if (!isScalar(node)) return 'plain';
  if (node.type === Scalar.QUOTE_DOUBLE) return 'double';
  return node.type === Scalar.QUOTE_SINGLE ? 'single' : 'plain';
}

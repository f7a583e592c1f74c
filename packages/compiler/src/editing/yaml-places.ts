import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';

/** A node of a parsed text; a missing value is a scalar of no length. */
export type YamlNode = Node;

/** The value of an entry or an item; the parser types it as unknown, because trees can be made by hand, too. */
export function asNode(value: unknown): YamlNode | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : undefined;
}

/** Whether the value stands in the text at all: `key:` alone has none. */
export function isWritten(node: YamlNode | undefined): node is YamlNode {
  return node !== undefined && !(isScalar(node) && node.type === Scalar.PLAIN && node.source === '');
}

/** The place in a map of the entry with a key; -1 where there is none. */
export function indexOfKey(map: YAMLMap, key: string): number {
  return map.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value ?? '') === key);
}

/** Where a node begins. */
export function startOf(node: YamlNode | undefined): number {
  return node?.range?.[0] ?? 0;
}

/** Behind the last character that belongs to a node; comments and line ends behind it do not. */
export function endOf(node: YamlNode, text: string): number {
  if (isMap(node) && node.flow !== true) return endOfPair(node.items.at(-1), text);
  if (isSeq(node) && node.flow !== true) return endOfItem(node, node.items.length - 1, text);
  const [start, end] = node.range ?? [0, 0];
  return start + text.slice(start, end).trimEnd().length;
}

/** Behind the last character of an entry. */
export function endOfPair(pair: Pair | undefined, text: string): number {
  const value = asNode(pair?.value);
  if (isWritten(value)) return endOf(value, text);
  return pair === undefined ? 0 : (colonEnd(pair) ?? asNode(pair.key)?.range?.[1] ?? 0);
}

/** Behind the last character of an item. */
export function endOfItem(list: YAMLSeq, index: number, text: string): number {
  const value = asNode(list.items[index]);
  return isWritten(value) ? endOf(value, text) : (dashOf(list, index) ?? 0) + 1;
}

/** Behind the colon of an entry. */
export function colonEnd({ srcToken }: Pair): number | undefined {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon === undefined ? undefined : colon.offset + 1;
}

/** Where the dash of an item of a block list stands. */
export function dashOf({ srcToken }: YAMLSeq, index: number): number | undefined {
  if (srcToken?.type !== 'block-seq') return undefined;
  const dashes = srcToken.items.flatMap(({ start }) => start.filter(({ type }) => type === 'seq-item-ind'));
  return dashes[index]?.offset;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineStop(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

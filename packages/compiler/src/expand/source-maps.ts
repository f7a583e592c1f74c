import type { Path, SourceEntry, SourceMap, SourceNode } from '@millrace/schema';

/** The entry of a map under a key; undefined also where the node is no map. */
export function entryOf(node: SourceNode | undefined, key: string): SourceEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The text under a key of a map. */
export function textAt(node: SourceNode | undefined, key: string): string | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** The name of a step: its own, or that of the step in SageMaker's words that it holds. */
export function stepNameAt(node: SourceNode | undefined): string | undefined {
  return textAt(node, 'name') ?? textAt(entryOf(node, 'raw')?.value, 'Name');
}

/** The map with the value of an entry replaced; the entry keeps its place. */
export function withValue(map: SourceMap, key: string, value: SourceNode): SourceMap {
  return { ...map, entries: map.entries.map((entry) => (entry.key === key ? { ...entry, value } : entry)) };
}

/** The node with the place where the author wrote it, unless it has one already. */
export function writtenAt(node: SourceNode, path: Path): SourceNode {
  return node.origin === undefined ? { ...node, origin: path } : node;
}

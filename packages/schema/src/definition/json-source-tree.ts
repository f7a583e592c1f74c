import type { Node } from 'jsonc-parser';
import type { Path } from '../diagnostics/diagnostic.js';
import { InternalError } from '../diagnostics/internal-error.js';
import type { Offsets, SourceEntry, SourceMap, SourceNode } from '../source/source-node.js';
import { SourceNumber } from '../source/source-number.js';

/** A key that a map holds twice. */
export interface DuplicateKey {
  readonly key: string;
  readonly path: Path;
  readonly first: Offsets;
  readonly second: Offsets;
}

/** Turns the parser's tree into ours. Of equal keys the first is kept, the others are reported. */
export function toSourceTree(
  tree: Node,
  text: string,
): { readonly root: SourceNode; readonly duplicates: readonly DuplicateKey[] } {
  const duplicates: DuplicateKey[] = [];

  function convert(node: Node, path: Path): SourceNode {
    const offsets: Offsets = [node.offset, node.offset + node.length];
    if (node.type === 'object') return convertMap(node, path, offsets);
    if (node.type === 'array') {
      return {
        kind: 'list',
        items: (node.children ?? []).map((child, index) => convert(child, [...path, index])),
        offsets,
      };
    }
    const value = node.type === 'number' ? new SourceNumber(text.slice(...offsets)) : node.value;
    return { kind: 'scalar', value, offsets };
  }

  function convertMap(node: Node, path: Path, offsets: Offsets): SourceMap {
    const entries = new Map<string, SourceEntry>();
    for (const property of node.children ?? []) {
      const entry = convertEntry(property, path);
      const earlier = entries.get(entry.key);
      if (earlier === undefined) entries.set(entry.key, entry);
      else
        duplicates.push({
          key: entry.key,
          path: [...path, entry.key],
          first: earlier.keyOffsets,
          second: entry.keyOffsets,
        });
    }
    return { kind: 'map', entries: [...entries.values()], offsets };
  }

  function convertEntry(property: Node, path: Path): SourceEntry {
    const [keyNode, valueNode] = property.children ?? [];
    if (keyNode === undefined || valueNode === undefined)
      throw new InternalError('the JSON parser gave a property without a value and no error');
    const key: string = keyNode.value;
    return {
      key,
      keyOffsets: [keyNode.offset, keyNode.offset + keyNode.length],
      value: convert(valueNode, [...path, key]),
    };
  }

  return { root: convert(tree, []), duplicates };
}

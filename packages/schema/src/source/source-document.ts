import type { Path, PathTarget, SourcePosition, SourceRange } from '../diagnostics/diagnostic.js';
import { type Json, objectFromEntries } from './json.js';
import type { Offsets, SourceEntry, SourceNode } from './source-node.js';

/** A text that was read: its name, its lines, its tree, and a place for every node. */
export class SourceDocument {
  /** The document as a JSON value; numbers keep their source text. */
  readonly value: Json;
  readonly #lineStarts: readonly number[];

  constructor(
    /** The name shown to people: a path as it was given, or `<stdin>`. */
    readonly file: string,
    readonly text: string,
    readonly root: SourceNode,
  ) {
    this.value = nodeToJson(root);
    this.#lineStarts = findLineStarts(text);
  }

  /**
   * The place of a path. A path that leads to nothing (a missing key) gets the place of the closest
   * ancestor that exists: the object that lacks it.
   */
  rangeOf(path: Path, target: PathTarget = 'value'): SourceRange {
    return this.rangeOfOffsets(this.#findOffsets(path, target));
  }

  /**
   * The path at which the author wrote what stands at a path: the same one, except in a tree that was rewritten.
   * What a path names beyond the tree (a missing key) belongs to the closest ancestor that exists.
   */
  writtenPath(path: Path): Path {
    let node = this.root;
    let written: Path = [];
    for (const [index, segment] of path.entries()) {
      const child = childOf(node, segment)?.node;
      if (child === undefined) return [...written, ...path.slice(index)];
      written = child.origin ?? [...written, segment];
      node = child;
    }
    return written;
  }

  /** Lines and columns of a stretch of the text. */
  rangeOfOffsets([start, end]: Offsets): SourceRange {
    return { file: this.file, start: this.#positionAt(start), end: this.#positionAt(end) };
  }

  #findOffsets(path: Path, target: PathTarget): Offsets {
    let node = this.root;
    let entry: SourceEntry | undefined;
    for (const segment of path) {
      const child = childOf(node, segment);
      if (child === undefined) return this.#offsetsOfAncestor(node, entry);
      entry = child.entry;
      node = child.node;
    }
    return target === 'key' && entry !== undefined ? entry.keyOffsets : this.#offsetsOfAncestor(node, entry);
  }

  // A map or list that does not stand beside its key, on one line, is shown at the key, where the eye looks for it; the
  // root at 1:1.
  #offsetsOfAncestor(node: SourceNode, entry: SourceEntry | undefined): Offsets {
    if (node.kind === 'scalar') return node.offsets;
    if (node === this.root) return [0, 0];
    const ownKey = entry?.value === node ? entry.keyOffsets : undefined;
    const [start, end] = node.offsets;
    if (
      !this.text
        .slice(ownKey?.[0] ?? start, end)
        .trimEnd()
        .includes('\n')
    )
      return node.offsets;
    return ownKey ?? firstLine(this.text, node.offsets);
  }

  #positionAt(offset: number): SourcePosition {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }
}

function childOf(node: SourceNode, segment: string | number): { node: SourceNode; entry?: SourceEntry } | undefined {
  if (node.kind === 'list' && typeof segment === 'number') {
    const item = node.items[segment];
    return item === undefined ? undefined : { node: item };
  }
  if (node.kind !== 'map') return undefined;
  const entry = node.entries.find((each) => each.key === segment);
  return entry === undefined ? undefined : { node: entry.value, entry };
}

function firstLine(text: string, [start, end]: Offsets): Offsets {
  const newline = text.indexOf('\n', start);
  return [start, newline === -1 ? end : Math.min(end, newline)];
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The JSON value of a node; numbers keep their source text. */
export function nodeToJson(node: SourceNode): Json {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(nodeToJson);
    case 'map':
      return objectFromEntries(node.entries.map((entry) => [entry.key, nodeToJson(entry.value)]));
  }
}

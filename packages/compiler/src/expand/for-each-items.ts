import {
  type Diagnostic,
  describeJson,
  type Path,
  type SourceMap,
  type SourceNode,
  SourceNumber,
  type SourceScalar,
} from '@millrace/schema';
import { expandDiagnostics } from './expand-diagnostics.js';
import { writtenAt } from './source-maps.js';

/** One step of those that a `forEach` makes. */
export interface ForEachItem {
  /** What `${each.key}` stands for. */
  readonly key: SourceScalar & { readonly value: string };
  /** What `${each.value}` stands for: a scalar, or a map of scalars. */
  readonly value: SourceScalar | SourceMap;
  readonly index: number;
}

/** The items of a `forEach`, or why there are none. */
export interface ReadItems {
  readonly items: readonly ForEachItem[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a list of values, or a map of keys and values. Items keep the path at which the author wrote them. */
export function readForEachItems(node: SourceNode, path: Path): ReadItems {
  const written = writtenValues(node, path);
  if (written === undefined) return refuse(expandDiagnostics['for-each-form']({ given: describeNode(node) }, { path }));
  if (written.length === 0) return refuse(expandDiagnostics['for-each-empty']({}, { path }));
  const items: ForEachItem[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, { key, value }] of written.entries()) {
    const at = value.origin ?? path;
    if (!isFlat(value))
      diagnostics.push(expandDiagnostics['for-each-value']({ given: describeNode(value) }, { path: at }));
    else items.push({ key: key ?? keyOf(value, index), value, index });
  }
  return { items, diagnostics: [...diagnostics, ...repeatedKeys(items)] };
}

function refuse(diagnostic: Diagnostic): ReadItems {
  return { items: [], diagnostics: [diagnostic] };
}

interface WrittenValue {
  readonly key?: ForEachItem['key'];
  readonly value: SourceNode;
}

function writtenValues(node: SourceNode, path: Path): readonly WrittenValue[] | undefined {
  if (node.kind === 'list') return node.items.map((item, index) => ({ value: writtenAt(item, [...path, index]) }));
  if (node.kind !== 'map') return undefined;
  return node.entries.map(({ key, keyOffsets, value }) => ({
    key: { kind: 'scalar', value: key, offsets: keyOffsets, origin: [...path, key] },
    value: writtenAt(value, [...path, key]),
  }));
}

/** An item of a list is known by its own text, a map in a list by its number. */
function keyOf(value: SourceScalar | SourceMap, index: number): ForEachItem['key'] {
  const text = value.kind === 'scalar' ? textOf(value) : String(index);
  return { kind: 'scalar', value: text, offsets: value.offsets, ...(value.origin && { origin: value.origin }) };
}

/** The text of a scalar as it was written. */
export function textOf({ value }: SourceScalar): string {
  return value instanceof SourceNumber ? value.written : String(value ?? '');
}

function isFlat(value: SourceNode): value is SourceScalar | SourceMap {
  if (value.kind === 'map') return value.entries.every((entry) => isGiven(entry.value));
  return isGiven(value);
}

function isGiven(value: SourceNode): boolean {
  return value.kind === 'scalar' && value.value !== null;
}

function describeNode(node: SourceNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a map with more than single values in it';
  return describeJson(node.value);
}

function repeatedKeys(items: readonly ForEachItem[]): readonly Diagnostic[] {
  const first = new Map<string, ForEachItem>();
  return items.flatMap((item) => {
    const earlier = first.get(item.key.value);
    if (earlier === undefined) {
      first.set(item.key.value, item);
      return [];
    }
    const related = [{ message: 'the first one', path: earlier.key.origin ?? [] }];
    const place = { path: item.key.origin ?? [], related };
    return [expandDiagnostics['for-each-key']({ key: item.key.value }, place)];
  });
}

import {
  type Diagnostic,
  didYouMean,
  type Offsets,
  type Path,
  type SourceEntry,
  type SourceNode,
  syntaxDiagnostics,
} from '@millrace/schema';
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { PlacedDiagnostic } from './placed-diagnostic.js';
import { yamlDiagnostics } from './yaml-diagnostics.js';
import { YAML_LIMITS } from './yaml-limits.js';
import { resolvePlainScalar } from './yaml-scalar.js';

/** A node with what aliases to it cost. */
interface Built {
  readonly node: SourceNode;
  /** Values in it, repeated ones counted each time. */
  readonly size: number;
  /** Levels of maps and lists in it. */
  readonly depth: number;
}

/** A node, where it belongs, and where to point if nothing is written there. */
interface Place {
  readonly path: Path;
  readonly whenEmpty: Offsets;
}

/**
 * Turns the parser's tree into ours. Aliases become the node of their anchor (shared, with its place).
 * Of equal keys the first is kept. What cannot stand in a spec is reported and left out or null.
 */
export function buildSourceTree(
  contents: Node | null,
  text: string,
): { readonly root: SourceNode; readonly problems: readonly PlacedDiagnostic[] } {
  const builder = new TreeBuilder(text);
  const { node } = builder.build(contents, { path: [], whenEmpty: [0, 0] });
  return { root: node, problems: builder.problems };
}

class TreeBuilder {
  readonly problems: PlacedDiagnostic[] = [];
  readonly #anchors = new Map<string, Built | 'open'>();
  #repeated = 0;

  constructor(readonly text: string) {}

  build(node: Node | null | undefined, place: Place): Built {
    if (node === null || node === undefined) return scalar(null, place.whenEmpty);
    if (isAlias(node)) return this.#buildAlias(node.source, offsetsOf(node, this.text), place);
    const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const built = this.#buildPlain(node, place);
    if (anchor !== undefined) this.#anchors.set(anchor, built);
    return built;
  }

  #buildPlain(node: Node, place: Place): Built {
    if (isMap(node)) return this.#buildMap(node, place.path);
    if (isSeq(node)) return this.#buildList(node, place.path);
    return isScalar(node) ? this.#buildScalar(node, place) : scalar(null, place.whenEmpty);
  }

  #buildScalar(node: Scalar, place: Place): Built {
    const offsets = offsetsOf(node, this.text);
    if (node.type !== Scalar.PLAIN) return scalar(String(node.value ?? ''), offsets);
    const written = node.source ?? '';
    const resolved = resolvePlainScalar(written);
    if (resolved.kind === 'value') return scalar(resolved.value, written === '' ? place.whenEmpty : offsets);
    this.#report(yamlDiagnostics['not-a-finite-number']({ written }, place), offsets);
    return scalar(null, offsets);
  }

  #buildList(node: YAMLSeq, path: Path): Built {
    const offsets = offsetsOf(node, this.text);
    const items = node.items.map((item, index) =>
      this.build(asNode(item), { path: [...path, index], whenEmpty: offsets }),
    );
    return { node: { kind: 'list', items: items.map((item) => item.node), offsets }, ...measure(items) };
  }

  #buildMap(node: YAMLMap, path: Path): Built {
    const entries = new Map<string, SourceEntry>();
    const values: Built[] = [];
    for (const pair of node.items) {
      const key = this.#readKey(pair, path);
      if (key === undefined) continue;
      const value = this.build(asNode(pair.value), { path: [...path, key.text], whenEmpty: key.offsets });
      values.push(value);
      this.#addEntry(entries, { key: key.text, keyOffsets: key.offsets, value: value.node }, path);
    }
    return {
      node: { kind: 'map', entries: [...entries.values()], offsets: offsetsOf(node, this.text) },
      ...measure(values),
    };
  }

  #addEntry(entries: Map<string, SourceEntry>, entry: SourceEntry, path: Path): void {
    const earlier = entries.get(entry.key);
    if (earlier === undefined) {
      entries.set(entry.key, entry);
      return;
    }
    const at = [...path, entry.key];
    const related = [{ message: 'the first one', path: at, offsets: earlier.keyOffsets }];
    const diagnostic = syntaxDiagnostics['duplicate-key']({ key: entry.key }, { path: at, target: 'key' });
    this.problems.push({ diagnostic, offsets: entry.keyOffsets, related });
  }

  #readKey(pair: Pair, path: Path): { readonly text: string; readonly offsets: Offsets } | undefined {
    const key = asNode(pair.key);
    const offsets = key === undefined ? offsetsOf(asNode(pair.value), this.text) : offsetsOf(key, this.text);
    if (!isScalar(key)) {
      const kind = isAlias(key) ? 'an alias' : isSeq(key) ? 'a list' : 'a map';
      const missing = key === undefined;
      const problem = missing
        ? yamlDiagnostics['missing-key']({}, { path })
        : yamlDiagnostics['key-is-no-text']({ kind }, { path });
      return this.#report(problem, offsets);
    }
    const plain = key.type === Scalar.PLAIN;
    const text = plain ? (key.source ?? '') : String(key.value ?? '');
    if (plain && text === '') return this.#report(yamlDiagnostics['missing-key']({}, { path }), offsets);
    if (plain && text === '<<') return this.#report(yamlDiagnostics['merge-key']({}, { path }), offsets);
    this.#rememberKeyAnchor(key, text, offsets);
    return { text, offsets };
  }

  #rememberKeyAnchor(key: Scalar, text: string, offsets: Offsets): void {
    if (key.anchor !== undefined) this.#anchors.set(key.anchor, scalar(text, offsets));
  }

  #buildAlias(name: string, offsets: Offsets, place: Place): Built {
    const target = this.#anchors.get(name);
    const nothing = scalar(null, offsets);
    if (target === undefined) {
      const near = didYouMean(name, this.#anchors.keys());
      const help = near === undefined ? 'a text that begins with * needs quotes' : `did you mean *${near}?`;
      this.#report(yamlDiagnostics['unknown-anchor']({ name, help }, place), offsets);
      return nothing;
    }
    if (target === 'open') {
      this.#report(yamlDiagnostics['recursive-alias']({ name }, place), offsets);
      return nothing;
    }
    return this.#refuseCostly(name, target, { ...place, whenEmpty: offsets }) ? nothing : target;
  }

  #refuseCostly(name: string, target: Built, { path, whenEmpty }: Place): boolean {
    if (path.length + target.depth > YAML_LIMITS.maxDepth) {
      this.#report(syntaxDiagnostics['too-deep']({ atMost: YAML_LIMITS.maxDepth }, { path }), whenEmpty);
      return true;
    }
    this.#repeated += target.size;
    const atMost = YAML_LIMITS.maxRepeatedValues;
    if (this.#repeated <= atMost) return false;
    if (this.#repeated - target.size > atMost) return true;
    this.#report(yamlDiagnostics['too-much-repeated']({ name, atMost }, { path }), whenEmpty);
    return true;
  }

  #report(diagnostic: Diagnostic, offsets: Offsets): undefined {
    this.problems.push({ diagnostic, offsets });
  }
}

function scalar(value: (SourceNode & { kind: 'scalar' })['value'], offsets: Offsets): Built {
  return { node: { kind: 'scalar', value, offsets }, size: 1, depth: 0 };
}

function measure(parts: readonly Built[]): { size: number; depth: number } {
  let size = 1;
  let depth = 0;
  for (const part of parts) {
    size += part.size;
    depth = Math.max(depth, part.depth);
  }
  return { size, depth: depth + 1 };
}

// The parser types keys and values as unknown, because trees can also be made by hand; parsed ones hold nodes or null.
function asNode(value: unknown): Node | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : undefined;
}

function offsetsOf(node: Node | undefined, text: string): Offsets {
  const [start, end] = node?.range ?? [0, 0];
  return [start, start + text.slice(start, end).trimEnd().length];
}

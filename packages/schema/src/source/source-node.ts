import type { Path } from '../diagnostics/diagnostic.js';
import type { SourceNumber } from './source-number.js';

/** Offsets into the text: `[start, end)`, in UTF-16 code units. */
export type Offsets = readonly [start: number, end: number];

/** One node of a document with its place: the common tree of YAML and JSON. */
export type SourceNode = SourceScalar | SourceList | SourceMap;

/** What every node has beside its content. */
export interface SourcePlace {
  readonly offsets: Offsets;
  /** In a rewritten tree: where the author wrote the node. Absent where that follows from the node around it. */
  readonly origin?: Path;
}

/** Text, number, true, false or null. */
export interface SourceScalar extends SourcePlace {
  readonly kind: 'scalar';
  readonly value: string | boolean | null | SourceNumber;
}

/** A list. */
export interface SourceList extends SourcePlace {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
}

/** A map; keys are text and unique (a reader reports duplicates). */
export interface SourceMap extends SourcePlace {
  readonly kind: 'map';
  readonly entries: readonly SourceEntry[];
}

/** A key and its value. */
export interface SourceEntry {
  readonly key: string;
  readonly keyOffsets: Offsets;
  readonly value: SourceNode;
}

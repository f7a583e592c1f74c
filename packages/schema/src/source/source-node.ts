import type { SourceNumber } from './source-number.js';

/** Offsets into the text: `[start, end)`, in UTF-16 code units. */
export type Offsets = readonly [start: number, end: number];

/** One node of a document with its place: the common tree of YAML and JSON. */
export type SourceNode = SourceScalar | SourceList | SourceMap;

/** Text, number, true, false or null. */
export interface SourceScalar {
  readonly kind: 'scalar';
  readonly value: string | boolean | null | SourceNumber;
  readonly offsets: Offsets;
}

/** A list. */
export interface SourceList {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly offsets: Offsets;
}

/** A map; keys are text and unique (a reader reports duplicates). */
export interface SourceMap {
  readonly kind: 'map';
  readonly entries: readonly SourceEntry[];
  readonly offsets: Offsets;
}

/** A key and its value. */
export interface SourceEntry {
  readonly key: string;
  readonly keyOffsets: Offsets;
  readonly value: SourceNode;
}

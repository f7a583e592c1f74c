import type { DiagramEdge, DiagramNode } from '../diagram.js';

/** Sizes in pixels. */
export const FONT_SIZE = 14;
export const SMALL_FONT_SIZE = 11;
/** Room around the drawing, in pixels. */
export const MARGIN = 16;

/** A point of the drawing, in pixels from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node whose box is known, in pixels. */
export interface SizedNode {
  readonly node: DiagramNode;
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** An edge whose label is known; its width is 0 without one. */
export interface SizedEdge {
  readonly edge: DiagramEdge;
  readonly label: string;
  readonly labelWidth: number;
}

/** A diagram in which everything has a size. */
export interface SizedDiagram {
  readonly nodes: readonly SizedNode[];
  readonly edges: readonly SizedEdge[];
}

/** A node with its place: `x`, `y` are its centre. */
export type PlacedNode = SizedNode & Point;

/** An edge with its bends and the centre of its label. */
export interface PlacedEdge extends SizedEdge {
  readonly points: readonly Point[];
  readonly labelAt: Point;
}

/** A diagram in which everything has a place. */
export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

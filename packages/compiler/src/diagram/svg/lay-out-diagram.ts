import dagre from '@dagrejs/dagre';
import type { Diagram, DiagramEdge, DiagramNode } from '../diagram.js';
import { measureText, shorten } from './measure-text.js';

/** Sizes in pixels. */
export const FONT_SIZE = 14;
export const SMALL_FONT_SIZE = 11;
const MOST_CHARACTERS = 44;
const MARGIN = 16;
const BOLD = 1.1;

/** A point of the drawing, in pixels from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node with its place: `x`, `y` are its centre. */
export interface PlacedNode extends Point {
  readonly node: DiagramNode;
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** An edge with its bends and the centre of its label. */
export interface PlacedEdge {
  readonly edge: DiagramEdge;
  readonly label: string;
  readonly labelWidth: number;
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

interface Size {
  readonly width: number;
  readonly height: number;
}

// dagre's own declarations use imports that NodeNext cannot resolve, so its types arrive as nothing; these are the members used.
interface LayoutGraph {
  setGraph(label: object): void;
  setNode(id: string, label: Size): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  graph(): Partial<Size>;
  node(id: string): Point;
  edge(from: string, to: string, name: string): { points?: readonly Point[]; x?: number; y?: number } | undefined;
}

/** Places nodes in layers from top to bottom; a cycle is drawn with an arrow that runs upwards. */
export function layOutDiagram(diagram: Diagram): DiagramLayout {
  const graph = new dagre.graphlib.Graph({ multigraph: true }) as LayoutGraph;
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 18, ranksep: 44, marginx: MARGIN, marginy: MARGIN });
  const nodes = diagram.nodes.map((node) => ({ node, label: shorten(node.name, MOST_CHARACTERS), ...sizeOf(node) }));
  const edges = diagram.edges.map((edge, index) => ({ edge, name: String(index), ...labelOf(edge) }));
  for (const { node, width, height } of nodes) graph.setNode(node.id, { width, height });
  for (const { edge, name, labelWidth } of edges) {
    graph.setEdge(edge.from, edge.to, { width: labelWidth, height: labelWidth === 0 ? 0 : 18, labelpos: 'c' }, name);
  }
  dagre.layout(graph);
  const { width = 2 * MARGIN, height = 2 * MARGIN } = graph.graph();
  const placed = nodes.map((each) => ({ ...each, x: graph.node(each.node.id).x, y: graph.node(each.node.id).y }));
  return {
    width: Math.max(1, Math.ceil(width)),
    height: Math.max(1, Math.ceil(height)),
    nodes: placed,
    edges: edges.map(({ name, ...each }) => {
      const { points, labelAt } = bendsOf(graph.edge(each.edge.from, each.edge.to, name));
      return { ...each, labelAt, points: attachToOutlines(points, each.edge, placed) };
    }),
  };
}

// The layout knows boxes only; an arrow that leaves or enters a rhombus must reach its slanted side.
function attachToOutlines(points: readonly Point[], edge: DiagramEdge, nodes: readonly PlacedNode[]): readonly Point[] {
  const from = nodes.find(({ node }) => node.id === edge.from);
  const to = nodes.find(({ node }) => node.id === edge.to);
  if (from !== undefined && from === to) return loopBeside(from);
  const inner = points.slice(1, -1);
  const [first, last] = [points.at(0), points.at(-1)];
  if (from === undefined || to === undefined || first === undefined || last === undefined) return points;
  return [meetOutline(from, inner.at(0) ?? last, first), ...inner, meetOutline(to, inner.at(-1) ?? first, last)];
}

// A step that waits for itself is an error worth seeing: a loop at its right side, where the layout left room.
function loopBeside({ x, y, width }: PlacedNode): readonly Point[] {
  const [near, far] = [x + width / 2, x + width / 2 + 28];
  return [
    { x: near, y: y - 12 },
    { x: far, y: y - 12 },
    { x: far, y: y + 12 },
    { x: near, y: y + 12 },
  ];
}

function meetOutline({ node, x, y, width, height }: PlacedNode, towards: Point, onBox: Point): Point {
  if (node.shape !== 'condition') return onBox;
  const [dx, dy] = [towards.x - x, towards.y - y];
  const reach = Math.abs(dx) / (width / 2) + Math.abs(dy) / (height / 2);
  return reach === 0 ? onBox : { x: x + dx / reach, y: y + dy / reach };
}

function bendsOf(placed: ReturnType<LayoutGraph['edge']>): { points: readonly Point[]; labelAt: Point } {
  return { points: placed?.points ?? [], labelAt: { x: placed?.x ?? 0, y: placed?.y ?? 0 } };
}

function sizeOf({ name, type, shape }: DiagramNode): Size {
  const text = Math.ceil(measureText(shorten(name, MOST_CHARACTERS), FONT_SIZE) * BOLD);
  // A rhombus is as wide as its text only at its middle; at the height of the letters two thirds remain.
  if (shape === 'condition') return { width: Math.max(110, Math.ceil(text * 1.4) + 36), height: 66 };
  const second = measureText(shape === 'missing' ? 'no such step' : shorten(type, MOST_CHARACTERS), SMALL_FONT_SIZE);
  return { width: Math.max(110, text, second) + 28, height: 50 };
}

function labelOf({ kind, side, labels }: DiagramEdge): { label: string; labelWidth: number } {
  const text = kind === 'branch' ? (side === 'else' ? 'false' : 'true') : shorten(labels.join(', '), MOST_CHARACTERS);
  return { label: text, labelWidth: text === '' ? 0 : measureText(text, SMALL_FONT_SIZE) + 8 };
}

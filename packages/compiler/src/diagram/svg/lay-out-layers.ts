import dagre from '@dagrejs/dagre';
import { attachToOutlines } from './attach-to-outlines.js';
import { type DiagramLayout, MARGIN, type PlacedNode, type Point, type SizedDiagram } from './diagram-layout.js';

// dagre's own declarations use imports that NodeNext cannot resolve, so its types arrive as nothing; these are the members used.
interface LayoutGraph {
  setGraph(label: object): void;
  setNode(id: string, label: { width: number; height: number }): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  graph(): { width?: number; height?: number };
  node(id: string): Point;
  edge(from: string, to: string, name: string): { points?: readonly Point[]; x?: number; y?: number } | undefined;
}

/** Places nodes in layers from top to bottom; a cycle is drawn with an arrow that runs upwards. */
export function layOutLayers(sized: SizedDiagram): DiagramLayout {
  const graph = toGraph(sized);
  dagre.layout(graph);
  const { width = 2 * MARGIN, height = 2 * MARGIN } = graph.graph();
  const nodes = sized.nodes.map((each) => ({ ...each, x: graph.node(each.node.id).x, y: graph.node(each.node.id).y }));
  const placed = new Map(nodes.map((each) => [each.node.id, each]));
  return {
    width: Math.max(1, Math.ceil(width)),
    height: Math.max(1, Math.ceil(height)),
    nodes,
    edges: sized.edges.map((each, index) => {
      const { points = [], x = 0, y = 0 } = graph.edge(each.edge.from, each.edge.to, String(index)) ?? {};
      return { ...each, labelAt: { x, y }, points: attach(points, each.edge, placed) };
    }),
  };
}

function toGraph({ nodes, edges }: SizedDiagram): LayoutGraph {
  const graph = new dagre.graphlib.Graph({ multigraph: true }) as LayoutGraph;
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 18, ranksep: 44, marginx: MARGIN, marginy: MARGIN });
  for (const { node, width, height } of nodes) graph.setNode(node.id, { width, height });
  edges.forEach(({ edge, labelWidth }, index) => {
    const label = { width: labelWidth, height: labelWidth === 0 ? 0 : 18, labelpos: 'c' };
    graph.setEdge(edge.from, edge.to, label, String(index));
  });
  return graph;
}

function attach(
  points: readonly Point[],
  edge: { readonly from: string; readonly to: string },
  placed: ReadonlyMap<string, PlacedNode>,
): readonly Point[] {
  const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
  return from === undefined || to === undefined ? points : attachToOutlines(points, from, to);
}

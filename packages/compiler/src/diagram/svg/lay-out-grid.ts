import { attachToOutlines } from './attach-to-outlines.js';
import { type DiagramLayout, MARGIN, type PlacedEdge, type PlacedNode, type SizedDiagram } from './diagram-layout.js';

const GAP = { x: 48, y: 60 };

/** Places nodes row by row in the order of the document, with straight arrows: quick and safe for any number of them. */
export function layOutGrid({ nodes, edges }: SizedDiagram): DiagramLayout {
  const columns = Math.max(1, Math.ceil(Math.sqrt(nodes.length)));
  const cell = {
    width: nodes.reduce((most, { width }) => Math.max(most, width), 0) + GAP.x,
    height: nodes.reduce((most, { height }) => Math.max(most, height), 0) + GAP.y,
  };
  const placed = nodes.map((each, index) => ({
    ...each,
    x: MARGIN + ((index % columns) + 0.5) * cell.width,
    y: MARGIN + (Math.floor(index / columns) + 0.5) * cell.height,
  }));
  const byId = new Map(placed.map((each) => [each.node.id, each]));
  return {
    width: Math.ceil(2 * MARGIN + columns * cell.width),
    height: Math.ceil(2 * MARGIN + Math.ceil(nodes.length / columns) * cell.height),
    nodes: placed,
    edges: edges.flatMap((each): PlacedEdge[] => {
      const [from, to] = [byId.get(each.edge.from), byId.get(each.edge.to)];
      if (from === undefined || to === undefined) return [];
      const labelAt = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      return [{ ...each, labelAt, points: attachToOutlines([leave(from, to), leave(to, from)], from, to) }];
    }),
  };
}

// Where the straight way to the other node crosses the box.
function leave(from: PlacedNode, to: PlacedNode): { x: number; y: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.max(Math.abs(dx) / (from.width / 2), Math.abs(dy) / (from.height / 2), 1);
  return { x: from.x + dx / share, y: from.y + dy / share };
}

import type { PlacedNode, Point } from './diagram-layout.js';

/** The bends of an edge with its ends on the outlines of the nodes: a layout knows boxes only, a rhombus has slanted sides. */
export function attachToOutlines(points: readonly Point[], from: PlacedNode, to: PlacedNode): readonly Point[] {
  if (from === to) return loopBeside(from);
  const inner = points.slice(1, -1);
  const [first = from, last = to] = [points.at(0), points.at(-1)];
  return [meetOutline(from, inner.at(0) ?? last, first), ...inner, meetOutline(to, inner.at(-1) ?? first, last)];
}

// A step that waits for itself is an error worth seeing: a loop at its right side, where layouts leave room.
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

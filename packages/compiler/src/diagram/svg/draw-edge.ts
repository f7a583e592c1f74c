import { type PlacedEdge, type Point, SMALL_FONT_SIZE } from './diagram-layout.js';
import { round } from './draw-node.js';
import { escapeXml } from './escape-xml.js';

/** One arrow with its label on a patch of background, so that crossing lines do not strike it through. */
export function drawEdge({ edge, label, labelWidth, labelAt, points }: PlacedEdge): string {
  const line = `<path class="edge ${edge.kind}" d="${roundedPath(points)}" marker-end="url(#arrow)"/>`;
  if (label === '') return line;
  const [x, y] = [round(labelAt.x), round(labelAt.y)];
  const patch = `<rect class="patch" x="${round(x - labelWidth / 2)}" y="${round(y - 9)}" width="${labelWidth}" height="18" rx="4"/>`;
  return `${line}${patch}<text class="label" x="${x}" y="${round(y + SMALL_FONT_SIZE / 3)}">${escapeXml(label)}</text>`;
}

// Straight lines with rounded bends: the layout puts the label onto a bend, and the line must pass through it.
const BEND_RADIUS = 14;

function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (first === undefined || last === undefined) return '';
  const bends = rest.map((bend, index) => {
    const before = towards(bend, points[index] ?? first);
    const after = towards(bend, points[index + 2] ?? last);
    return `L${at(before)}Q${at(bend)} ${at(after)}`;
  });
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}

// The point on the way from one to the other, as far as a bend is rounded, but never past the middle.
function towards(from: Point, to: Point): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance === 0) return from;
  const share = Math.min(BEND_RADIUS / distance, 0.5);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function at({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

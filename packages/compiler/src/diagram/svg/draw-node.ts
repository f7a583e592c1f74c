import type { PlacedNode } from './diagram-layout.js';
import { escapeXml } from './escape-xml.js';

/** One step as a group with a tooltip: a rectangle, a rhombus for a condition, a dashed outline for a missing step. */
export function drawNode(placed: PlacedNode): string {
  const { node } = placed;
  const second = node.shape === 'missing' ? 'no such step' : node.type;
  const tooltip = `<title>${escapeXml(`${node.name} (${second})`)}</title>`;
  return `<g class="node ${node.shape}">${tooltip}${outline(placed)}${texts(placed, second)}</g>`;
}

function outline({ node, x, y, width, height }: PlacedNode): string {
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  if (node.shape !== 'condition') return `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="8"/>`;
  const corners = [
    `${round(x)},${top}`,
    `${round(x + width / 2)},${round(y)}`,
    `${round(x)},${round(y + height / 2)}`,
    `${left},${round(y)}`,
  ];
  return `<polygon points="${corners.join(' ')}"/>`;
}

function texts({ node, label, x, y }: PlacedNode, second: string): string {
  if (node.shape === 'condition') return text({ x, y: y + 5, className: 'name' }, label);
  return text({ x, y: y - 3, className: 'name' }, label) + text({ x, y: y + 15, className: 'type' }, second);
}

function text({ x, y, className }: { x: number; y: number; className: string }, content: string): string {
  return `<text class="${className}" x="${round(x)}" y="${round(y)}">${escapeXml(content)}</text>`;
}

/** Two decimals are enough for a drawing and keep the bytes the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

import type { Diagram, DiagramEdge, DiagramNode } from '../diagram.js';
import { FONT_SIZE, type SizedDiagram, type SizedEdge, type SizedNode, SMALL_FONT_SIZE } from './diagram-layout.js';
import { measureText, shorten } from './measure-text.js';

const MOST_CHARACTERS = 44;
const BOLD = 1.1;

/** Shortens the texts and measures the boxes around them. */
export function sizeDiagram(diagram: Diagram): SizedDiagram {
  return { nodes: diagram.nodes.map(sizeNode), edges: diagram.edges.map(sizeEdge) };
}

function sizeNode(node: DiagramNode): SizedNode {
  const { name, type, shape } = node;
  const label = shorten(name, MOST_CHARACTERS);
  const text = Math.ceil(measureText(label, FONT_SIZE) * BOLD);
  // A rhombus is as wide as its text only at its middle; at the height of the letters two thirds remain.
  if (shape === 'condition') return { node, label, width: Math.max(110, Math.ceil(text * 1.4) + 36), height: 66 };
  const second = measureText(shape === 'missing' ? 'no such step' : shorten(type, MOST_CHARACTERS), SMALL_FONT_SIZE);
  return { node, label, width: Math.max(110, text, second) + 28, height: 50 };
}

function sizeEdge(edge: DiagramEdge): SizedEdge {
  const { kind, side, labels } = edge;
  const label = kind === 'branch' ? (side === 'else' ? 'false' : 'true') : shorten(labels.join(', '), MOST_CHARACTERS);
  return { edge, label, labelWidth: label === '' ? 0 : measureText(label, SMALL_FONT_SIZE) + 8 };
}

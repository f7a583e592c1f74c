import type { Diagram, DiagramEdge, DiagramNode } from './diagram.js';

/** Mermaid text, as GitHub and GitLab draw it in Markdown: conditions are diamonds, `dependsOn` is dotted. */
export function renderMermaid(diagram: Diagram): string {
  const lines = [...diagram.nodes.map(renderNode), ...diagram.edges.map(renderEdge), ...missingStyle(diagram)];
  return ['flowchart TD', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function renderNode({ id, name, type, shape }: DiagramNode): string {
  switch (shape) {
    case 'step':
      return `${id}["${escapeMermaid(name)}<br/>${escapeMermaid(type)}"]`;
    case 'condition':
      return `${id}{"${escapeMermaid(name)}"}`;
    case 'missing':
      return `${id}(["${escapeMermaid(name)}<br/>no such step"]):::missing`;
  }
}

function renderEdge({ from, to, kind, side, labels }: DiagramEdge): string {
  if (kind === 'branch') return `${from} -->|${side === 'else' ? 'false' : 'true'}| ${to}`;
  const arrow = kind === 'order' ? '-.->' : '-->';
  const label = labels.length === 0 ? '' : `|"${escapeMermaid(labels.join(', '))}"|`;
  return `${from} ${arrow}${label} ${to}`;
}

function missingStyle(diagram: Diagram): readonly string[] {
  const some = diagram.nodes.some((node) => node.shape === 'missing');
  return some ? ['classDef missing stroke:#c62828,stroke-dasharray:4 3'] : [];
}

const HARMLESS = /[^\p{L}\p{N} _.,:/()-]/gu;

/** Everything that could mean something to Mermaid, Markdown or HTML becomes a character code; line breaks become spaces. */
function escapeMermaid(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').replace(HARMLESS, (character) => `#${character.codePointAt(0)};`);
}

import type { Diagram } from './diagram.js';
import { drawEdge } from './svg/draw-edge.js';
import { drawNode } from './svg/draw-node.js';
import { escapeXml } from './svg/escape-xml.js';
import { layOutDiagram } from './svg/lay-out-diagram.js';
import { SVG_STYLE } from './svg/svg-style.js';

const ARROW =
  '<marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z"/></marker>';

/** A self-contained SVG file for light and dark pages, with a title and a description for screen readers. */
export function renderSvg(diagram: Diagram): string {
  const { width, height, nodes, edges } = layOutDiagram(diagram);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(`Pipeline ${diagram.title}`)}</title>`,
    `<desc id="description">${escapeXml(describe(diagram))}</desc>`,
    `<style>${SVG_STYLE}</style>`,
    `<defs>${ARROW}</defs>`,
    `<rect class="canvas" width="${width}" height="${height}"/>`,
    ...edges.map(drawEdge),
    ...nodes.map(drawNode),
    '</svg>',
    '',
  ].join('\n');
}

function describe({ nodes, edges }: Diagram): string {
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  const steps = nodes.filter(({ shape }) => shape !== 'missing').map(({ name, type }) => `${name} (${type})`);
  const arrows = edges.map(
    ({ from, to, side }) =>
      `${names.get(from)} to ${names.get(to)}${side === undefined ? '' : side === 'if' ? ' when true' : ' when false'}`,
  );
  return `${steps.length} steps: ${steps.join(', ')}. ${arrows.length === 0 ? 'No arrows' : `Arrows: ${arrows.join('; ')}`}.`;
}

import type { Diagram, DiagramEdge, DiagramNode, DiagramParameter } from './diagram.js';
import { renderMermaid } from './render-mermaid.js';

/** A page for a README or a wiki: the Mermaid drawing, a table of the steps, a table of the parameters. */
export function renderMarkdown(diagram: Diagram): string {
  const drawing = ['```mermaid', renderMermaid(diagram).trimEnd(), '```'].join('\n');
  return [
    `# ${escapeMarkdown(diagram.title)}`,
    drawing,
    ...section('Steps', stepTable(diagram)),
    ...section('Parameters', parameterTable(diagram)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function section(title: string, table: readonly string[]): readonly string[] {
  return table.length === 0 ? [] : [`## ${title}`, table.join('\n')];
}

function stepTable({ nodes, edges }: Diagram): readonly string[] {
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  const rows = nodes.map((node) => [
    escapeMarkdown(node.name),
    node.shape === 'missing' ? '**no such step**' : escapeMarkdown(node.type),
    whenItRuns(node),
    edges
      .filter((edge) => edge.to === node.id && edge.kind !== 'branch')
      .map((edge) => describeInput(edge, names))
      .join('<br/>'),
  ]);
  return table(['Step', 'Type', 'Runs', 'Takes'], rows);
}

function whenItRuns({ branch }: DiagramNode): string {
  return branch === undefined
    ? 'always'
    : `if ${escapeMarkdown(branch.condition)} is ${branch.side === 'if' ? 'true' : 'false'}`;
}

function describeInput({ from, kind, labels }: DiagramEdge, names: ReadonlyMap<string, string>): string {
  const name = escapeMarkdown(names.get(from) ?? '');
  if (kind === 'order') return `after ${name}`;
  return labels.length === 0 ? name : `${labels.map(escapeMarkdown).join(', ')} of ${name}`;
}

function parameterTable({ parameters }: Diagram): readonly string[] {
  const row = ({ name, type, defaultValue, readBy }: DiagramParameter) => [
    escapeMarkdown(name),
    type,
    defaultValue === undefined ? 'must be given' : escapeMarkdown(defaultValue),
    readBy.map(escapeMarkdown).join(', '),
  ];
  return table(['Parameter', 'Type', 'Default', 'Read by'], parameters.map(row));
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

const MARKUP = /[\\`*_{}[\]#|~$]/g;
const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeMarkdown(text: string): string {
  const oneLine = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return oneLine
    .replace(/[&<>]/g, (character) => HTML[character] ?? '')
    .replace(MARKUP, (character) => `\\${character}`);
}

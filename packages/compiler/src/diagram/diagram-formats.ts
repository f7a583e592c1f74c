import type { Diagram } from './diagram.js';

/** A way to print a diagram. */
export interface DiagramFormat {
  readonly name: string;
  /** One line for a help text. */
  readonly summary: string;
  render(diagram: Diagram): Promise<string>;
}

/**
 * The list of formats, the default first. Each is loaded when it is used: the layout for SVG is larger than all else that
 * `graph` needs.
 */
export const diagramFormats = [
  {
    name: 'mermaid',
    summary: 'text that GitHub and GitLab draw in Markdown',
    render: async (diagram) => (await import('./render-mermaid.js')).renderMermaid(diagram),
  },
  {
    name: 'json',
    summary: 'steps, edges and parameters as data',
    render: async (diagram) => (await import('./render-graph-json.js')).renderGraphJson(diagram),
  },
  {
    name: 'svg',
    summary: 'one self-contained picture for light and dark pages',
    render: async (diagram) => (await import('./render-svg.js')).renderSvg(diagram),
  },
  {
    name: 'markdown',
    summary: 'a page: the Mermaid drawing, and tables of steps and parameters',
    render: async (diagram) => (await import('./render-markdown.js')).renderMarkdown(diagram),
  },
] as const satisfies readonly DiagramFormat[];

/** The name of a format. */
export type DiagramFormatName = (typeof diagramFormats)[number]['name'];

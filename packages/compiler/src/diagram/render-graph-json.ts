import type { Diagram } from './diagram.js';

/**
 * The graph as data: `{title, steps: [{name, type, branch?}], edges: [{from, to, kind, side?, values}], missing: [name],
 * parameters: [{name, type, defaultValue?, readBy}]}`. Edges run in the direction of time and name steps.
 */
export function renderGraphJson(diagram: Diagram): string {
  return `${JSON.stringify(describeGraph(diagram), undefined, 2)}\n`;
}

/** The value that {@link renderGraphJson} prints. */
export function describeGraph({ title, nodes, edges, parameters }: Diagram): object {
  const nameOf = new Map(nodes.map((node) => [node.id, node.name]));
  return {
    title,
    steps: nodes
      .filter(({ shape }) => shape !== 'missing')
      .map(({ name, type, branch }) => ({ name, type, ...(branch === undefined ? {} : { branch }) })),
    edges: edges.map(({ from, to, kind, side, labels }) => ({
      from: nameOf.get(from),
      to: nameOf.get(to),
      kind,
      ...(side === undefined ? {} : { side }),
      values: labels,
    })),
    missing: nodes.filter(({ shape }) => shape === 'missing').map(({ name }) => name),
    parameters,
  };
}

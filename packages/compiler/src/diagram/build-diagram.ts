import {
  type GraphNode,
  type GraphParameter,
  type GraphReference,
  type PipelineGraph,
  type ReferenceTarget,
  toPlainJson,
} from '@millrace/schema';
import { collectEdges } from './collect-edges.js';
import type { Diagram, DiagramNode, DiagramParameter } from './diagram.js';
import { nameNodes } from './name-nodes.js';

/**
 * Makes the drawing of a graph. Works for every graph, errors included: a reference to a step that does not exist leads
 * to a node of shape `missing`, and steps in a cycle are simply drawn as one.
 */
export function buildDiagram(graph: PipelineGraph, title: string): Diagram {
  const nodes = makeNodes(graph);
  // Of two steps with one name the first is meant, as everywhere.
  const idOf = new Map([...nodes].reverse().map((node) => [node.name, node.id]));
  return {
    title,
    nodes,
    edges: collectEdges(graph, idOf),
    parameters: graph.parameters.map((each) => describe(each, graph.references)),
  };
}

function makeNodes(graph: PipelineGraph): readonly DiagramNode[] {
  const known = new Set(graph.nodes.map((node) => node.name));
  const missing = namesUsed(graph).filter((name) => !known.has(name));
  const ids = nameNodes([...graph.nodes.map((node) => node.name), ...missing]);
  const steps = graph.nodes.map((node, index) => makeNode(node, ids[index] ?? ''));
  const absent = missing.map((name, index) => ({
    id: ids[steps.length + index] ?? '',
    name,
    type: '',
    shape: 'missing' as const,
  }));
  return [...steps, ...absent];
}

function makeNode({ name, type, conditions, branch }: GraphNode, id: string): DiagramNode {
  const side = branch === undefined ? {} : { branch: { condition: branch.condition, side: branch.side } };
  return { id, name, type, shape: conditions === undefined ? 'step' : 'condition', ...side };
}

function namesUsed(graph: PipelineGraph): readonly string[] {
  return [...new Set(graph.references.flatMap(({ to }) => stepOf(to) ?? []))];
}

/** The step that a reference names; undefined for parameters, execution variables and experiment names. */
export function stepOf(to: ReferenceTarget): string | undefined {
  return 'step' in to ? to.step : undefined;
}

function describe(
  { name, type, defaultValue }: GraphParameter,
  references: readonly GraphReference[],
): DiagramParameter {
  const uses = references.filter(({ to }) => to.kind === 'parameter' && to.name === name);
  const readBy = [...new Set(uses.flatMap(({ from }) => from ?? []))];
  if (defaultValue === undefined) return { name, type, readBy };
  const text = typeof defaultValue === 'string' ? defaultValue : JSON.stringify(toPlainJson(defaultValue));
  return { name, type, defaultValue: text, readBy };
}

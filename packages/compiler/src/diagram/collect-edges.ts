import type { BranchSide, GraphReference, PipelineGraph } from '@millrace/schema';
import { describeReference } from './describe-reference.js';
import type { DiagramEdge, DiagramEdgeKind } from './diagram.js';

interface Collected {
  readonly from: string;
  readonly to: string;
  readonly kind: DiagramEdgeKind;
  readonly side?: BranchSide;
  readonly labels: Set<string>;
}

/** One edge for each pair of steps and kind, in the order of the document; several values handed over share an edge. */
export function collectEdges(graph: PipelineGraph, idOf: ReadonlyMap<string, string>): readonly DiagramEdge[] {
  const edges = new Map<string, Collected>();
  const add = (edge: Omit<Collected, 'labels'>, label?: string) => {
    const key = [edge.from, edge.to, edge.kind, edge.side].join(' ');
    const collected = edges.get(key) ?? { ...edge, labels: new Set() };
    edges.set(key, collected);
    if (label !== undefined) collected.labels.add(label);
  };
  for (const node of graph.nodes) {
    if (node.branch !== undefined) addBranch(add, idOf, { ...node.branch, step: node.name });
  }
  for (const reference of graph.references) addReference(add, { reference, graph, idOf });
  return [...edges.values()]
    .filter((edge) => !isImplied(edge, edges))
    .map(({ labels, ...edge }) => ({ ...edge, labels: [...labels] }));
}

type Add = (edge: Omit<Collected, 'labels'>, label?: string) => void;

function addBranch(
  add: Add,
  idOf: ReadonlyMap<string, string>,
  branch: { condition: string; side: BranchSide; step: string },
): void {
  const from = idOf.get(branch.condition);
  const to = idOf.get(branch.step);
  if (from !== undefined && to !== undefined) add({ from, to, kind: 'branch', side: branch.side });
}

interface ReferenceInGraph {
  readonly reference: GraphReference;
  readonly graph: PipelineGraph;
  readonly idOf: ReadonlyMap<string, string>;
}

function addReference(add: Add, { reference, graph, idOf }: ReferenceInGraph): void {
  const { from: user, to } = reference;
  if (user === undefined || !('step' in to)) return;
  if (to.kind === 'branchStep') {
    addBranch(add, idOf, { condition: user, side: to.side, step: to.step });
    return;
  }
  const producer = graph.nodes.find((node) => node.name === to.step);
  const ends = { from: idOf.get(to.step), to: idOf.get(user) };
  if (ends.from === undefined || ends.to === undefined) return;
  const kind = reference.reason === 'dependsOn' ? 'order' : 'data';
  add({ from: ends.from, to: ends.to, kind }, describeReference(reference, producer));
}

// Who reads from a step waits for it anyway: a second arrow for `dependsOn` would only cost room.
function isImplied(edge: Collected, edges: ReadonlyMap<string, Collected>): boolean {
  return edge.kind === 'order' && edges.has([edge.from, edge.to, 'data', undefined].join(' '));
}

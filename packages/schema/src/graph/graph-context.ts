import type { BranchMembership, GraphNode, GraphReference, PipelineGraph } from './pipeline-graph.js';
import type { PipelineLimits } from './pipeline-limits.js';

/** A reference between two steps that exist, as an order: `from` waits for `to`. */
export interface GraphDependency {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly reference: GraphReference;
}

/**
 * What rules read: the graph with its look-ups, built once, and the memory of what was reported, so
 * that no rule tells a consequence of what an earlier one has told.
 */
export class GraphContext {
  /** Names that more than one step has; what refers to them cannot be judged. */
  readonly ambiguousNames: ReadonlySet<string>;
  /** The children of each condition, in the order of the document. */
  readonly childrenOf: ReadonlyMap<string, readonly GraphNode[]>;
  readonly #nodes = new Map<string, GraphNode>();
  readonly #chains = new Map<GraphNode, readonly BranchMembership[]>();
  readonly #settled = new Set<GraphReference>();

  constructor(
    readonly graph: PipelineGraph,
    readonly limits: PipelineLimits,
  ) {
    const ambiguous = new Set<string>();
    for (const node of graph.nodes) {
      if (this.#nodes.has(node.name)) ambiguous.add(node.name);
      else this.#nodes.set(node.name, node);
    }
    this.ambiguousNames = ambiguous;
    this.childrenOf = groupByCondition(graph.nodes);
  }

  /** The step of that name; the first of several. */
  node(name: string): GraphNode | undefined {
    return this.#nodes.get(name);
  }

  /** The names of all steps, for a did-you-mean. */
  get stepNames(): readonly string[] {
    return [...this.#nodes.keys()];
  }

  /** Remembers that the reference has been reported, so that later rules leave it alone. */
  settle(reference: GraphReference): void {
    this.#settled.add(reference);
  }

  /** References not yet reported. */
  *openReferences(): Iterable<GraphReference> {
    for (const reference of this.graph.references) if (!this.#settled.has(reference)) yield reference;
  }

  /** Open references between two existing steps with unambiguous names, except those of branches. */
  *dependencies(): Iterable<GraphDependency> {
    for (const edge of this.edges()) if (edge.reference.reason !== 'branch') yield edge;
  }

  /** All that orders steps: dependencies, and each step of a branch waits for its condition. */
  *edges(): Iterable<GraphDependency> {
    for (const reference of this.openReferences()) {
      const user = this.#unambiguous(reference.from);
      const used = this.#unambiguous(stepNameOf(reference));
      if (user === undefined || used === undefined) continue;
      yield reference.reason === 'branch' ? { from: used, to: user, reference } : { from: user, to: used, reference };
    }
  }

  /** The branches around a step, the innermost first. Ends where a condition would contain itself. */
  branchChain(node: GraphNode): readonly BranchMembership[] {
    const known = this.#chains.get(node);
    if (known !== undefined) return known;
    const chain: BranchMembership[] = [];
    const seen = new Set<string>();
    for (let at = node.branch; at !== undefined && !seen.has(at.condition); at = this.node(at.condition)?.branch) {
      seen.add(at.condition);
      chain.push(at);
    }
    this.#chains.set(node, chain);
    return chain;
  }

  #unambiguous(name: string | undefined): GraphNode | undefined {
    return name === undefined || this.ambiguousNames.has(name) ? undefined : this.node(name);
  }
}

/** The step that a reference names; undefined for parameters, execution variables and experiment names. */
export function stepNameOf({ to }: GraphReference): string | undefined {
  return 'step' in to ? to.step : undefined;
}

function groupByCondition(nodes: readonly GraphNode[]): ReadonlyMap<string, readonly GraphNode[]> {
  const groups = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.branch === undefined) continue;
    const group = groups.get(node.branch.condition);
    if (group === undefined) groups.set(node.branch.condition, [node]);
    else group.push(node);
  }
  return groups;
}

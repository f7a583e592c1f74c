import type { GraphDependency } from './graph-context.js';
import type { GraphNode } from './pipeline-graph.js';

/**
 * One shortest cycle for every knot of steps that wait for each other, as the dependencies around it:
 * each `from` waits for its `to`, which is the next one's `from`. Time is linear in the size of the graph
 * but for the knots themselves.
 */
export function findCycles(dependencies: Iterable<GraphDependency>): readonly (readonly GraphDependency[])[] {
  const waitsFor = new Map<GraphNode, GraphDependency[]>();
  for (const dependency of dependencies) {
    const known = waitsFor.get(dependency.from);
    if (known === undefined) waitsFor.set(dependency.from, [dependency]);
    else known.push(dependency);
  }
  return findKnots(waitsFor).map((knot) => shortestCycle(knot, waitsFor));
}

type Edges = ReadonlyMap<GraphNode, readonly GraphDependency[]>;

interface Visit {
  readonly node: GraphNode;
  readonly edges: readonly GraphDependency[];
  next: number;
  readonly index: number;
  low: number;
}

// Tarjan's strongly connected components, with its own stack: a chain of 2,000 steps must not overflow ours.
class KnotFinder {
  readonly knots: GraphNode[][] = [];
  readonly #visits = new Map<GraphNode, Visit>();
  readonly #onStack = new Set<GraphNode>();
  readonly #stack: GraphNode[] = [];

  constructor(readonly edges: Edges) {}

  explore(start: GraphNode): void {
    if (this.#visits.has(start)) return;
    const work = [this.#enter(start)];
    for (let visit = work.at(-1); visit !== undefined; visit = work.at(-1)) {
      const edge = visit.edges[visit.next];
      visit.next += 1;
      if (edge !== undefined) this.#follow(visit, edge.to, work);
      else {
        work.pop();
        this.#leave(visit, work.at(-1));
      }
    }
  }

  #enter(node: GraphNode): Visit {
    const index = this.#visits.size;
    const visit = { node, edges: this.edges.get(node) ?? [], next: 0, index, low: index };
    this.#visits.set(node, visit);
    this.#onStack.add(node);
    this.#stack.push(node);
    return visit;
  }

  #follow(visit: Visit, to: GraphNode, work: Visit[]): void {
    const known = this.#visits.get(to);
    if (known === undefined) work.push(this.#enter(to));
    else if (this.#onStack.has(to)) visit.low = Math.min(visit.low, known.index);
  }

  #leave(visit: Visit, parent: Visit | undefined): void {
    if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
    if (visit.low !== visit.index) return;
    const knot = this.#stack.splice(this.#stack.lastIndexOf(visit.node));
    for (const node of knot) this.#onStack.delete(node);
    if (knot.length > 1) this.knots.push(knot);
  }
}

function findKnots(edges: Edges): readonly (readonly GraphNode[])[] {
  const finder = new KnotFinder(edges);
  for (const node of edges.keys()) finder.explore(node);
  return finder.knots;
}

// In a huge knot a search from every step would be quadratic; from this many the cycle found is short enough to read.
const MOST_STARTS = 50;

function shortestCycle(knot: readonly GraphNode[], edges: Edges): readonly GraphDependency[] {
  const inside = new Set(knot);
  let best: readonly GraphDependency[] = [];
  for (const start of knot.slice(0, MOST_STARTS)) {
    const cycle = shortestWayBack(start, edges, inside);
    if (best.length === 0 || cycle.length < best.length) best = cycle;
    if (best.length === 2) break;
  }
  return best;
}

function shortestWayBack(start: GraphNode, edges: Edges, inside: ReadonlySet<GraphNode>): readonly GraphDependency[] {
  const arrivedBy = new Map<GraphNode, GraphDependency>();
  const queue = [start];
  for (const node of queue) {
    for (const edge of edges.get(node) ?? []) {
      if (!inside.has(edge.to) || arrivedBy.has(edge.to)) continue;
      arrivedBy.set(edge.to, edge);
      if (edge.to === start) return walkBack(start, arrivedBy);
      queue.push(edge.to);
    }
  }
  return [];
}

function walkBack(start: GraphNode, arrivedBy: ReadonlyMap<GraphNode, GraphDependency>): readonly GraphDependency[] {
  const cycle: GraphDependency[] = [];
  let at = start;
  do {
    const edge = arrivedBy.get(at);
    if (edge === undefined) break;
    cycle.unshift(edge);
    at = edge.from;
  } while (at !== start);
  return cycle;
}

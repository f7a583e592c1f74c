import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { GraphContext, GraphDependency } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { BranchSide, GraphNode } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'waits-for-both-branches': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R37'],
    message: (p: { name: string; condition: string; ifTrue: string; ifFalse: string }) =>
      `"${p.name}" can never run: "${p.ifTrue}" runs only when the condition "${p.condition}" is true, "${p.ifFalse}" only when it is false`,
    help: (p) => `make "${p.name}" wait for one of them only, or give each branch a step of its own`,
    explanation:
      'A step outside the branches of a condition that waits for a step inside one runs only when that branch is taken, and so does everything behind it. A step that waits for both sides in this way, through whatever number of steps, is always skipped: SageMaker Pipelines cannot join branches again.',
  },
});

/** What both branches of a condition lead to never runs, however long the ways are. */
export const stepsAreReachedFromOneSide: GraphRule = {
  rules: ['R37'],
  diagnostics,
  check: function* (context) {
    const conditions = conditionsLeftOnBothSides(context);
    if (conditions.length === 0) return;
    const edges = [...context.edges()];
    for (const condition of conditions) yield* checkCondition(condition, context, edges);
  },
};

/** Conditions of which steps outside wait for both branches; few have any, so that the ways are looked at for those only. */
function conditionsLeftOnBothSides(context: GraphContext): readonly string[] {
  const sides = new Map<string, Set<BranchSide>>();
  for (const { from, to } of context.dependencies()) {
    const own = new Set(context.branchChain(from).map(({ condition }) => condition));
    for (const { condition, side } of context.branchChain(to)) {
      if (!own.has(condition)) sides.set(condition, (sides.get(condition) ?? new Set()).add(side));
    }
  }
  return [...sides].filter(([, found]) => found.size === 2).map(([condition]) => condition);
}

function* checkCondition(
  condition: string,
  context: GraphContext,
  edges: readonly GraphDependency[],
): Iterable<Diagnostic> {
  const ifTrue = reachedFrom(childrenOn('if', condition, context), edges);
  const ifFalse = reachedFrom(childrenOn('else', condition, context), edges);
  const isStuck = (node: GraphNode) => ifTrue.has(node) && ifFalse.has(node);
  // What waits for a step that is stuck is a consequence of what is told of that one.
  const done = new Set(edges.filter(({ to }) => isStuck(to)).map(({ from }) => from));
  const first = new Map<GraphNode, GraphDependency>();
  for (const edge of edges.filter(({ from, to }) => isStuck(from) && (ifTrue.has(to) || ifFalse.has(to)))) {
    const { from, to } = edge;
    const other = first.get(from);
    if (other === undefined) first.set(from, edge);
    if (other === undefined || done.has(from) || ifTrue.has(other.to) === ifTrue.has(to)) continue;
    done.add(from);
    // Two steps of the branches themselves are the matter of the rule on steps outside branches.
    if (standsIn(condition, other.to, context) && standsIn(condition, to, context)) continue;
    const [one, two] = ifTrue.has(to) ? [to, other.to] : [other.to, to];
    const parameters = { name: from.name, condition, ifTrue: one.name, ifFalse: two.name };
    const related = [{ message: `the reference to "${other.to.name}"`, path: other.reference.path }];
    yield diagnostics['waits-for-both-branches'](parameters, { path: edge.reference.path, related });
  }
}

function standsIn(condition: string, node: GraphNode, context: GraphContext): boolean {
  return context.branchChain(node).some((branch) => branch.condition === condition);
}

function childrenOn(side: BranchSide, condition: string, context: GraphContext): readonly GraphNode[] {
  return (context.childrenOf.get(condition) ?? []).filter(({ branch }) => branch?.side === side);
}

/** The steps, and all that wait for them, directly and through others. */
function reachedFrom(start: readonly GraphNode[], edges: readonly GraphDependency[]): ReadonlySet<GraphNode> {
  const next = new Map<GraphNode, GraphNode[]>();
  for (const { from, to } of edges) {
    const known = next.get(to);
    if (known === undefined) next.set(to, [from]);
    else known.push(from);
  }
  const reached = new Set(start);
  // A set is visited in the order of insertion, that which is added meanwhile included.
  for (const each of reached) for (const waiting of next.get(each) ?? []) reached.add(waiting);
  return reached;
}

import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeSide } from '../describe-graph.js';
import type { GraphContext } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphCondition, GraphNode } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'too-many-conditions': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R53'],
    message: (p: { name: string; what: string; given: number; atMost: number }) =>
      `${p.what} of the condition "${p.name}" has ${p.given} entries, at most ${p.atMost} are allowed`,
    help: () => 'compare fewer values, or let a Processing step decide and write one figure',
    explanation: 'SageMaker allows 200 entries in the list of conditions of a Condition step, and 200 in one Or.',
  },
  'too-many-branch-steps': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R53'],
    message: (p: { name: string; side: string; given: number; atMost: number }) =>
      `${p.side} of the condition "${p.name}" has ${p.given} steps, at most ${p.atMost} are allowed`,
    help: () => 'name only the first step of a chain in the branch: what waits for it shares its fate',
    explanation: 'SageMaker allows 20 steps in each branch of a Condition step.',
  },
  'no-conditions': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R53'],
    message: (p: { name: string }) => `the condition "${p.name}" compares nothing`,
    help: () => 'add a condition: what SageMaker does with an empty list is not documented',
    explanation:
      'A Condition step whose list of conditions is empty is taken as true by the SageMaker SDK on this machine. What the service does with it is not documented.',
  },
});

/** Conditions have 1 to 200 entries and at most 20 steps in each branch. */
export const conditionSizesAreWithinQuota: GraphRule = {
  rules: ['R53'],
  diagnostics,
  check: function* (context) {
    for (const node of context.graph.nodes) {
      if (node.conditions === undefined) continue;
      yield* checkConditions(node, node.conditions, context.limits.conditions);
      yield* checkBranches(node, context);
    }
  },
};

function* checkConditions(node: GraphNode, conditions: readonly GraphCondition[], atMost: number) {
  if (conditions.length === 0) yield diagnostics['no-conditions']({ name: node.name }, { path: node.path });
  const lists = [{ what: 'the list of conditions', entries: conditions }, ...orLists(conditions)];
  for (const { what, entries } of lists) {
    const tooMany = entries[atMost];
    if (tooMany === undefined) continue;
    yield diagnostics['too-many-conditions'](
      { name: node.name, what, given: entries.length, atMost },
      { path: tooMany.path },
    );
  }
}

function orLists(conditions: readonly GraphCondition[]): { what: string; entries: readonly GraphCondition[] }[] {
  return conditions.flatMap(({ type, nested }) => [{ what: `an ${type}`, entries: nested }, ...orLists(nested)]);
}

function* checkBranches(node: GraphNode, context: GraphContext) {
  const atMost = context.limits.branchSteps;
  for (const side of ['if', 'else'] as const) {
    const steps = (context.childrenOf.get(node.name) ?? []).filter(({ branch }) => branch?.side === side);
    const tooMany = steps[atMost];
    if (tooMany?.branch === undefined) continue;
    const parameters = { name: node.name, side: describeSide(side), given: steps.length, atMost };
    yield diagnostics['too-many-branch-steps'](parameters, { path: tooMany.branch.path });
  }
}

import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeBranch } from '../describe-graph.js';
import type { GraphContext } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphNode } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'duplicate-step-name': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R8'],
    message: (p: { name: string }) => `two steps are named "${p.name}"`,
    help: () => 'rename one of them: a name is unique in the whole pipeline, branches included',
    explanation:
      'References name a step by its name alone, so that a name may stand for one step only: at the top level, in both branches of every condition, and in nested conditions. SageMaker refuses a pipeline with two equal names.',
  },
  'step-in-two-branches': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R9'],
    message: (p: { name: string; here: string; earlier: string }) =>
      `the step "${p.name}" stands ${p.here}, but it already stands ${p.earlier}`,
    help: (p) =>
      `keep "${p.name}" in one place; what both sides need belongs before the condition, or in a step of its own per side`,
    explanation:
      'A step belongs to exactly one place: the top level, or one branch of one condition. SageMaker refuses a step that is listed twice, in both branches of a condition or in two conditions.\n\nPut a step that has to run in either case before the condition. A step that has to differ by side becomes two steps with two names.',
  },
});

/** Every step has one name and one place. */
export const stepNamesAreUnique: GraphRule = {
  rules: ['R8', 'R9'],
  diagnostics,
  check: function* (context) {
    yield* context.graph.branchesByName
      ? [...equalNames(context.graph.nodes), ...secondClaims(context)]
      : equalNames(context.graph.nodes);
  },
};

function* equalNames(nodes: readonly GraphNode[]) {
  const first = new Map<string, GraphNode>();
  for (const node of nodes) {
    const earlier = first.get(node.name);
    if (earlier === undefined) first.set(node.name, node);
    else yield describeEqualNames(node, earlier);
  }
}

// In a definition a step that is listed twice is there twice: the same type under the same name in another place.
function describeEqualNames(node: GraphNode, earlier: GraphNode) {
  const place = { path: node.namePath, related: [{ message: 'the first one', path: earlier.namePath }] };
  const [here, before] = [describeBranch(node.branch), describeBranch(earlier.branch)];
  if (here === before || node.type !== earlier.type)
    return diagnostics['duplicate-step-name']({ name: node.name }, place);
  return diagnostics['step-in-two-branches']({ name: node.name, here, earlier: before }, place);
}

// In a spec conditions name their steps, so that a second claim is a second mention.
function* secondClaims(context: GraphContext) {
  const claims = new Map<string, { where: string; path: readonly (string | number)[] }>();
  for (const reference of context.graph.references) {
    if (reference.to.kind !== 'branchStep' || reference.from === undefined) continue;
    const name = reference.to.step;
    const where = describeBranch({ condition: reference.from, side: reference.to.side, path: reference.path });
    const earlier = claims.get(name);
    if (earlier === undefined) {
      claims.set(name, { where, path: reference.path });
      continue;
    }
    context.settle(reference);
    const related = [{ message: `already ${earlier.where}`, path: earlier.path }];
    yield diagnostics['step-in-two-branches'](
      { name, here: where, earlier: earlier.where },
      { path: reference.path, related },
    );
  }
}

import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeSide } from '../describe-graph.js';
import type { GraphContext, GraphDependency } from '../graph-context.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'needs-other-branch': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R36'],
    message: (p: { name: string; target: string; condition: string; side: string; otherSide: string }) =>
      `"${p.name}" stands in ${p.side} of "${p.condition}" and waits for "${p.target}" in ${p.otherSide}, so it can never run`,
    help: (p) => `move "${p.target}" before the condition, or into the same branch`,
    explanation:
      'Of the two branches of a condition only one runs. A step that waits for a step of the other branch is skipped whichever way the condition is decided.',
  },
});

/** No step waits for a step of the other branch of the same condition. */
export const branchesDoNotNeedTheirOtherSide: GraphRule = {
  rules: ['R36'],
  diagnostics,
  check: function* (context) {
    for (const dependency of context.dependencies()) {
      const clash = findClash(context, dependency);
      if (clash === undefined) continue;
      context.settle(dependency.reference);
      const { from, to, reference } = dependency;
      const related = [{ message: `"${to.name}" stands in ${clash.otherSide}`, path: clash.path }];
      yield diagnostics['needs-other-branch'](
        { name: from.name, target: to.name, ...clash },
        { path: reference.path, related },
      );
    }
  },
};

function findClash(context: GraphContext, { from, to }: GraphDependency) {
  const mine = context.branchChain(from);
  for (const { condition, side, path } of context.branchChain(to)) {
    const own = mine.find((each) => each.condition === condition);
    if (own !== undefined && own.side !== side) {
      return { condition, side: describeSide(own.side), otherSide: describeSide(side), path };
    }
  }
  return undefined;
}

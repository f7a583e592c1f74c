import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeSide } from '../describe-graph.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'condition-needs-own-branch': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R38'],
    message: (p: { condition: string; step: string; side: string }) =>
      `the condition "${p.condition}" waits for "${p.step}", which stands in ${p.side} of that condition`,
    help: (p) => `move "${p.step}" out of the branch, so that it runs before the condition`,
    explanation:
      'A condition is decided before any step of its branches starts. It can therefore neither compare a value of such a step nor depend on it; SageMaker refuses the pipeline as cyclic.\n\nMove the step whose value decides out of the branch.',
  },
});

/** What decides a condition comes before its branches. */
export const conditionsDoNotReadTheirBranches: GraphRule = {
  rules: ['R38'],
  diagnostics,
  check: function* (context) {
    for (const { from, to, reference } of context.dependencies()) {
      const own = context.branchChain(to).find(({ condition }) => condition === from.name);
      if (own === undefined) continue;
      context.settle(reference);
      const parameters = { condition: from.name, step: to.name, side: describeSide(own.side) };
      const related = [{ message: `"${to.name}" stands in the branch here`, path: own.path }];
      yield diagnostics['condition-needs-own-branch'](parameters, { path: reference.path, related });
    }
  },
};

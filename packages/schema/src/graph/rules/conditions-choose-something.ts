import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'condition-without-effect': {
    severity: 'info',
    kind: 'remark',
    rules: ['R59'],
    message: (p: { name: string }) =>
      `the condition "${p.name}" has no steps in either branch, so nothing follows from it`,
    help: () => 'put steps into a branch, or remove the condition',
    explanation: 'A condition with two empty branches is accepted and evaluated, and nothing depends on its outcome.',
  },
});

/** A condition has a step in one of its branches. */
export const conditionsChooseSomething: GraphRule = {
  rules: ['R59'],
  diagnostics,
  check: function* (context) {
    const claimed = new Set(
      context.graph.references.filter(({ reason }) => reason === 'branch').map(({ from }) => from),
    );
    for (const node of context.graph.nodes) {
      if (node.conditions === undefined || claimed.has(node.name)) continue;
      yield diagnostics['condition-without-effect']({ name: node.name }, { path: node.namePath });
    }
  },
};

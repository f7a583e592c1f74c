import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { GraphRule } from '../graph-rule.js';
import type { ReferenceReason } from '../pipeline-graph.js';

const HOW: Readonly<Record<ReferenceReason, string>> = {
  dependsOn: 'depends on itself',
  value: 'reads a value of itself',
  condition: 'compares a value of itself',
  branch: 'stands in its own branch',
};

const diagnostics = defineDiagnostics('graph', {
  'depends-on-itself': {
    severity: 'error',
    kind: 'blocking',
    rules: ['R33', 'R35', 'R38'],
    message: (p: { name: string; reason: ReferenceReason }) =>
      `the step "${p.name}" ${HOW[p.reason]}, so it could never start`,
    help: () => 'remove the reference, or name the step that is really meant',
    explanation:
      'A step starts when everything that it depends on or reads has succeeded. A step that waits for itself never starts, and SageMaker refuses the pipeline.',
  },
});

/** No step waits for itself. */
export const stepsDoNotWaitForThemselves: GraphRule = {
  rules: ['R33', 'R35', 'R38'],
  diagnostics,
  check: function* (context) {
    for (const { from, to, reference } of context.edges()) {
      if (from !== to) continue;
      context.settle(reference);
      yield diagnostics['depends-on-itself']({ name: from.name, reason: reference.reason }, { path: reference.path });
    }
  },
};

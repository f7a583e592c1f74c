import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { allConditions } from '../compared-values.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'constant-condition': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R58'],
    message: (p: { type: string }) =>
      `${p.type} compares constants only, so it always has the same outcome and one branch never runs`,
    help: () => 'compare a parameter, a property file or a property of a step',
    explanation:
      'Both sides of the comparison are written down as constants. The condition is decided the same way in every execution, and the other branch is unreachable.',
  },
});

/** A comparison reads something that can differ between executions. */
export const conditionsCanVary: GraphRule = {
  rules: ['R58'],
  diagnostics,
  check: function* (context) {
    for (const { condition } of allConditions(context)) {
      const { operands, type, path } = condition;
      if (operands.length < 2 || operands.some(({ literal }) => literal === undefined)) continue;
      yield diagnostics['constant-condition']({ type }, { path });
    }
  },
};

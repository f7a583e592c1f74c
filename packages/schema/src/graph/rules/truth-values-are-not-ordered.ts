import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { allConditions, comparedTypeOf, isOrdering, parametersByName } from '../compared-values.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'truth-value-ordering': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R57'],
    message: (p: { type: string }) => `${p.type} asks which of two truth values is the greater`,
    help: () => 'use Equals with true or false',
    explanation:
      'Numbers have an order, truth values do not. What SageMaker makes of true > false is not documented, and nobody who reads the pipeline can tell. Equals and In say the same clearly.',
  },
});

/** Orderings do not compare truth values. */
export const truthValuesAreNotOrdered: GraphRule = {
  rules: ['R57'],
  diagnostics,
  check: function* (context) {
    const parameters = parametersByName(context);
    for (const { condition } of allConditions(context)) {
      const types = condition.operands.map((operand) => comparedTypeOf(operand, parameters));
      const operand = condition.operands[types.indexOf('truth value')];
      // Beside a known other type it is already an error.
      const other = types.some((type) => type !== undefined && type !== 'truth value');
      if (operand === undefined || other || !isOrdering(condition)) continue;
      yield diagnostics['truth-value-ordering']({ type: condition.type }, { path: operand.path });
    }
  },
};

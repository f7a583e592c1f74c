import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { allConditions, comparedTypeOf, isOrdering, parametersByName } from '../compared-values.js';
import type { GraphRule } from '../graph-rule.js';

const diagnostics = defineDiagnostics('graph', {
  'text-ordering': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R57'],
    message: (p: { type: string }) => `${p.type} compares texts letter by letter: "10" comes before "9"`,
    help: () => 'use numbers: no quotes, and a parameter of type Integer or Float',
    explanation:
      'SageMaker compares texts letter by letter, as in a dictionary. For figures that gives wrong answers: "10" comes before "9". Unquoted numbers and parameters of type Integer or Float are compared by value.',
  },
});

/** Orderings compare numbers. */
export const textIsNotOrderedAsNumbers: GraphRule = {
  rules: ['R57'],
  diagnostics,
  check: function* (context) {
    const parameters = parametersByName(context);
    for (const { condition } of allConditions(context)) {
      if (!isOrdering(condition)) continue;
      const types = condition.operands.map((operand) => comparedTypeOf(operand, parameters));
      const text = types.indexOf('text');
      const operand = condition.operands[text];
      // A text beside a known other type is already an error.
      if (operand === undefined || types.some((type) => type !== undefined && type !== 'text')) continue;
      yield diagnostics['text-ordering']({ type: condition.type }, { path: operand.path });
    }
  },
};

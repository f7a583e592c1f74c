import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { allConditions, type ComparedType, comparedTypeOf, parametersByName } from '../compared-values.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphCondition, GraphParameter } from '../pipeline-graph.js';

const diagnostics = defineDiagnostics('graph', {
  'incomparable-values': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R56'],
    message: (p: { type: string; left: ComparedType; right: ComparedType }) =>
      `${p.type} compares a ${p.left} with a ${p.right}`,
    help: (p) =>
      p.left === 'text' || p.right === 'text'
        ? 'remove the quotes, or give the parameter the type of the other value'
        : 'compare values of one type',
    explanation:
      'Texts are compared with texts, numbers with numbers, truth values with truth values. A comparison of two types fails the step when it is evaluated.',
  },
});

/** Compared values are of one type, as far as it is known. */
export const comparedValuesHaveOneType: GraphRule = {
  rules: ['R56'],
  diagnostics,
  check: function* (context) {
    const parameters = parametersByName(context);
    for (const { condition } of allConditions(context)) {
      const clash = findClash(condition, parameters);
      if (clash !== undefined) yield clash;
    }
  },
};

function findClash(condition: GraphCondition, parameters: ReadonlyMap<string, GraphParameter>) {
  const [first, ...others] = condition.operands;
  const left = first === undefined ? undefined : comparedTypeOf(first, parameters);
  if (left === undefined) return undefined;
  for (const operand of others) {
    const right = comparedTypeOf(operand, parameters);
    if (right !== undefined && right !== left) {
      return diagnostics['incomparable-values']({ type: condition.type, left, right }, { path: operand.path });
    }
  }
  return undefined;
}

import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { listNames } from '../../diagnostics/did-you-mean.js';
import { allConditions, parametersByName } from '../compared-values.js';
import type { GraphRule } from '../graph-rule.js';
import type { GraphCondition, GraphParameter } from '../pipeline-graph.js';

const EQUALITIES: ReadonlySet<string> = new Set(['Equals', 'NotEquals', 'In', 'NotIn']);

const diagnostics = defineDiagnostics('graph', {
  'impossible-value': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R60'],
    message: (p: { parameter: string; value: string }) => `the parameter "${p.parameter}" can never be "${p.value}"`,
    help: (p: { allowed: readonly string[] }) => `its values are: ${listNames(p.allowed)}`,
    explanation:
      'The parameter declares the list of its values, and the comparison names a value that is not among them. The comparison can never hold.',
  },
});

/** A parameter with a list of values is compared with values of that list. */
export const comparedValuesArePossible: GraphRule = {
  rules: ['R60'],
  diagnostics,
  check: function* (context) {
    const parameters = parametersByName(context);
    for (const { condition } of allConditions(context)) {
      if (EQUALITIES.has(condition.type)) yield* checkValues(condition, parameters);
    }
  },
};

function* checkValues({ operands }: GraphCondition, parameters: ReadonlyMap<string, GraphParameter>) {
  const parameter = operands
    .map((operand) => parameters.get(operand.parameter ?? ''))
    .find((each) => each?.enumValues !== undefined);
  const allowed = parameter?.enumValues;
  if (parameter === undefined || allowed === undefined) return;
  for (const { literal, path } of operands) {
    if (typeof literal !== 'string' || allowed.includes(literal)) continue;
    yield diagnostics['impossible-value']({ parameter: parameter.name, value: literal, allowed }, { path });
  }
}

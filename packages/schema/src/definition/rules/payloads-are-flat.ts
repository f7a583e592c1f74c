import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { isJsonScalar, type Json } from '../../source/json.js';
import { looksLikeExpression } from '../expression.js';
import { ruleOnSteps } from '../rule-on-steps.js';
import { walkExpressions } from '../walk-expressions.js';

const diagnostics = defineDiagnostics('definition', {
  'reference-in-nested-payload': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R94', 'R95'],
    message: (p: { key: string }) => `a reference inside the nested value "${p.key}" is not resolved`,
    help: () => 'give it a key of its own at the top of the arguments',
    explanation:
      'The arguments of Lambda and Callback steps are a flat map of keys to single values. A nested value is passed on as JSON text; a reference in it ends in a client error that is not retried.',
  },
  'nested-payload': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R94', 'R95'],
    message: (p: { key: string }) => `the nested value "${p.key}" arrives as JSON text, not as an object or a list`,
    help: () => 'give each value a key of its own, or let the receiver parse the text',
    explanation:
      'The arguments of Lambda and Callback steps are a flat map of keys to single values: text, numbers, booleans and references. SageMaker turns nested values into JSON text.',
  },
});

/** What is sent to functions and queues is a flat map. */
export const payloadsAreFlat = ruleOnSteps({
  rules: ['R94', 'R95'],
  types: ['Lambda', 'Callback'],
  diagnostics,
  check: function* ({ step, path }) {
    for (const [key, value] of Object.entries(step.Arguments)) {
      if (!isJsonScalar(value) && !looksLikeExpression(value))
        yield describeNested(key, value, [...path, 'Arguments', key]);
    }
  },
});

function describeNested(key: string, value: Json, path: Path): Diagnostic {
  const places: Path[] = [];
  walkExpressions(value, path, ({ expression, path: at }) => {
    if (expression.kind !== 'deployValue' && expression.kind !== 'text') places.push(at);
  });
  const [first] = places;
  return first === undefined
    ? diagnostics['nested-payload']({ key }, { path })
    : diagnostics['reference-in-nested-payload']({ key }, { path: first });
}

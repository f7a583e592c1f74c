import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeJson } from '../../source/describe-json.js';
import type { Json } from '../../source/json.js';
import { asExpression } from '../expression.js';
import { ruleOnSteps } from '../rule-on-steps.js';

const ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[a-zA-Z0-9_-]{1,64}(?::[a-zA-Z0-9$_-]+)?$/;

const diagnostics = defineDiagnostics('definition', {
  'not-a-function': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R94'],
    message: (p: { given: string }) => `FunctionArn is the ARN of a Lambda function, but ${p.given} is given`,
    help: () => 'write it as arn:aws:lambda:REGION:ACCOUNT:function:NAME; an expression is not resolved here',
    explanation:
      'FunctionArn stands beside Arguments and is a literal ARN of the function, optionally with a version or an alias. Names and references are not resolved there.',
  },
});

/** A Lambda step names its function by a literal ARN. Deploy values become one. */
export const functionsAreNamedByArn = ruleOnSteps({
  rules: ['R94'],
  types: ['Lambda'],
  diagnostics,
  check: function* ({ step, path }) {
    // Members beside the common ones are typed unknown, but they were read from JSON.
    const given = step['FunctionArn'] as Json | undefined;
    if (isSymbolic(given) || (typeof given === 'string' && ARN.test(given))) return;
    const place = given === undefined ? { path } : { path: [...path, 'FunctionArn'] };
    yield diagnostics['not-a-function']({ given: given === undefined ? 'nothing' : describeJson(given) }, place);
  },
});

function isSymbolic(value: Json | undefined): boolean {
  const kind = asExpression(value)?.kind;
  return kind === 'deployValue' || kind === 'text';
}

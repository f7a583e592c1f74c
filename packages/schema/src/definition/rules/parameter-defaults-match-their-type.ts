import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { describeJson } from '../../source/describe-json.js';
import type { Json } from '../../source/json.js';
import { isNumber, numberOf } from '../../source/source-number.js';
import type { DefinitionRule } from '../definition-rule.js';
import { looksLikeExpression } from '../expression.js';
import type { DefinitionParameter, ParameterType } from '../pipeline-definition.js';

const LONGEST_DEFAULT = 2048;
const LONGEST_START_VALUE = 1024;

const diagnostics = defineDiagnostics('definition', {
  'default-of-wrong-type': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R20'],
    message: (p: { name: string; type: ParameterType; given: string }) =>
      `the default of the parameter "${p.name}" must be ${EXPECTED[p.type]}, but ${p.given} is given`,
    help: (p) => `write ${EXPECTED[p.type]}, or change the type of the parameter (${p.type})`,
    explanation:
      'The default value of a parameter is of its type: text for String, a whole number for Integer, a number for Float, true or false for Boolean. A number in quotes is text.',
  },
  'default-too-long': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R21'],
    message: (p: { name: string; given: number }) =>
      `the default of the parameter "${p.name}" has ${p.given} characters, at most ${LONGEST_DEFAULT} are allowed`,
    help: () => 'store the text in S3 and make the parameter its URI',
    explanation: 'The default of a String parameter has at most 2,048 characters.',
  },
  'default-not-repeatable': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R21'],
    message: (p: { name: string; given: number }) =>
      `the default of the parameter "${p.name}" has ${p.given} characters, but a value given at the start may have ${LONGEST_START_VALUE} only`,
    help: () => 'shorten it, or accept that nobody can start the pipeline with a value like this',
    explanation:
      'StartPipelineExecution takes values of at most 1,024 characters, so that a longer default could not even be repeated.',
  },
});

const EXPECTED: Readonly<Record<ParameterType, string>> = {
  String: 'text',
  Integer: 'a whole number',
  Float: 'a number',
  Boolean: 'true or false',
};

/** The default of a parameter is of its type, and not too long. */
export const parameterDefaultsMatchTheirType: DefinitionRule = {
  rules: ['R20', 'R21'],
  diagnostics,
  check: function* ({ definition }) {
    for (const [index, parameter] of (definition.Parameters ?? []).entries()) {
      const found = check(parameter, index);
      if (found !== undefined) yield found;
    }
  },
};

// An expression as a default is told by the rule on places of expressions.
function check({ Name: name, Type: type = 'String', DefaultValue: value }: DefinitionParameter, index: number) {
  if (value === undefined || looksLikeExpression(value)) return undefined;
  const place = { path: ['Parameters', index, 'DefaultValue'] };
  if (!fits(value, type))
    return diagnostics['default-of-wrong-type']({ name, type, given: describeJson(value) }, place);
  const given = typeof value === 'string' ? value.length : 0;
  if (given > LONGEST_DEFAULT) return diagnostics['default-too-long']({ name, given }, place);
  return given > LONGEST_START_VALUE ? diagnostics['default-not-repeatable']({ name, given }, place) : undefined;
}

function fits(value: Json, type: ParameterType): boolean {
  if (type === 'String') return typeof value === 'string';
  if (type === 'Boolean') return typeof value === 'boolean';
  return isNumber(value) && (type === 'Float' || Number.isInteger(numberOf(value)));
}

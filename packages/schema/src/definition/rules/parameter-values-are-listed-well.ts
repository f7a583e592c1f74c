import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { listNames } from '../../diagnostics/did-you-mean.js';
import type { DefinitionRule } from '../definition-rule.js';
import type { DefinitionParameter } from '../pipeline-definition.js';

const MOST_VALUES = 16;
const LONGEST_VALUE = 2048;

const diagnostics = defineDiagnostics('definition', {
  'invalid-parameter-values': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R22'],
    message: (p: { name: string; problem: string }) => `the list of values of the parameter "${p.name}" ${p.problem}`,
    help: () => 'a String parameter may list 1 to 16 different texts of at most 2,048 characters',
    explanation: 'Only String parameters list their values: 1 to 16 different texts, each of at most 2,048 characters.',
  },
  'default-not-listed': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R22'],
    message: (p: { name: string; value: string; values: readonly string[] }) =>
      `the default "${p.value}" of the parameter "${p.name}" is not among its values`,
    help: (p) => `values: ${listNames(p.values)}`,
    explanation: 'A parameter that lists its values has one of them as its default.',
  },
});

/** A list of values is short, without repetition, and holds the default. */
export const parameterValuesAreListedWell: DefinitionRule = {
  rules: ['R22'],
  diagnostics,
  check: function* ({ definition }) {
    for (const [index, parameter] of (definition.Parameters ?? []).entries()) yield* checkParameter(parameter, index);
  },
};

function* checkParameter(parameter: DefinitionParameter, index: number): Iterable<Diagnostic> {
  const { Name: name, EnumValues: values, DefaultValue: value } = parameter;
  if (values === undefined) return;
  const path = ['Parameters', index];
  for (const problem of problemsOf(parameter, values)) {
    yield diagnostics['invalid-parameter-values']({ name, problem }, { path: [...path, 'EnumValues'] });
  }
  if (typeof value === 'string' && !values.includes(value)) {
    yield diagnostics['default-not-listed']({ name, value, values }, { path: [...path, 'DefaultValue'] });
  }
}

function problemsOf({ Type = 'String' }: DefinitionParameter, values: readonly string[]): readonly string[] {
  if (Type !== 'String') return [`does not belong to a parameter of type ${Type}`];
  const problems: string[] = [];
  if (values.length === 0) problems.push('is empty');
  if (values.length > MOST_VALUES) problems.push(`has ${values.length} entries, at most ${MOST_VALUES} are allowed`);
  if (new Set(values).size < values.length) problems.push('repeats a value');
  if (values.some(({ length }) => length > LONGEST_VALUE))
    problems.push(`has an entry of more than ${LONGEST_VALUE} characters`);
  return problems;
}

import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import { describeJson } from '../../source/describe-json.js';
import { isJsonList, type Json } from '../../source/json.js';
import { looksLikeExpression } from '../expression.js';
import { memberAt } from '../member-at.js';
import { PARAMETER_TYPES } from '../pipeline-definition.js';
import { ruleOnSteps } from '../rule-on-steps.js';

/** Outputs of a step (API: `OutputParameterList`). */
const MOST_OUTPUTS = 50;

const diagnostics = defineDiagnostics('definition', {
  'bad-output-parameter': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R94', 'R95'],
    message: (p: { given: string }) => `an output parameter has an OutputName and an OutputType, but ${p.given}`,
    help: () => `write {"OutputName": "…", "OutputType": "String"}; the types are ${PARAMETER_TYPES.join(', ')}`,
    explanation:
      'OutputParameters of Lambda and Callback steps is a list of objects with OutputName and OutputType. The keys of what the function returns, or of what is answered to the callback, are those names.',
  },
  'output-parameter-type': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R94', 'R95'],
    message: (p: { given: string }) => `"${p.given}" is no type of an output parameter`,
    help: (p) => suggest(p.given, PARAMETER_TYPES),
    explanation:
      'Outputs of Lambda and Callback steps have the types of pipeline parameters: String, Integer, Float and Boolean. Nested values are not possible; a function returns them as JSON text.',
  },
  'duplicate-output-parameter': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R94', 'R95'],
    message: (p: { name: string }) => `the output parameter "${p.name}" is declared twice`,
    help: () => 'keep one of them',
    explanation: "Outputs are addressed by name (OutputParameters['name']), so each name stands once in a step.",
  },
  'too-many-output-parameters': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R94', 'R95'],
    message: (p: { given: number }) =>
      `the step declares ${p.given} output parameters, at most ${MOST_OUTPUTS} are allowed`,
    help: () => 'return several values as one JSON text, or write them to S3',
    explanation: 'The API takes at most 50 output parameters of a step, each with a value of at most 1024 characters.',
  },
});

/** Outputs of functions and callbacks are declared with names of their own and with types that there are. */
export const outputParametersAreDeclaredWell = ruleOnSteps({
  rules: ['R94', 'R95'],
  types: ['Lambda', 'Callback'],
  diagnostics,
  check: function* ({ step, path }) {
    // Members beside the common ones are typed unknown, but they were read from JSON.
    const given = (step['OutputParameters'] ?? []) as Json;
    const at = [...path, 'OutputParameters'];
    if (!isJsonList(given)) {
      yield diagnostics['bad-output-parameter']({ given: `${describeJson(given)} is given` }, { path: at });
      return;
    }
    if (given.length > MOST_OUTPUTS)
      yield diagnostics['too-many-output-parameters']({ given: given.length }, { path: [...at, MOST_OUTPUTS] });
    const seen = new Set<string>();
    for (const [index, output] of given.entries()) yield* checkOutput(output, [...at, index], seen);
  },
});

function* checkOutput(output: Json, path: Path, seen: Set<string>): Iterable<Diagnostic> {
  const [name, type] = [memberAt(output, 'OutputName'), memberAt(output, 'OutputType')];
  // References there are told of by the rule on where they are resolved.
  if (looksLikeExpression(name) || looksLikeExpression(type)) return;
  if (typeof name !== 'string' || typeof type !== 'string') {
    const missing = typeof name === 'string' ? 'OutputType' : 'OutputName';
    yield diagnostics['bad-output-parameter']({ given: `${missing} is missing or no text` }, { path });
    return;
  }
  if (!PARAMETER_TYPES.some((each) => each === type))
    yield diagnostics['output-parameter-type']({ given: type }, { path: [...path, 'OutputType'] });
  if (seen.has(name)) yield diagnostics['duplicate-output-parameter']({ name }, { path: [...path, 'OutputName'] });
  seen.add(name);
}

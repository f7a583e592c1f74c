import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { describeJson } from '../../source/describe-json.js';
import { isJsonObject, type Json, type JsonObject } from '../../source/json.js';
import { type WalkedPlace, walkJson } from '../../source/walk-json.js';
import type { DefinitionRule } from '../definition-rule.js';
import { EXECUTION_VARIABLES } from '../execution-variables.js';
import { asExpression, EXPRESSION_KEYS, looksLikeExpression } from '../expression.js';
import { parseReference } from '../reference.js';

const diagnostics = defineDiagnostics('definition', {
  'malformed-expression': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R28'],
    message: (p: { problem: string; help: string }) => p.problem,
    help: (p) => p.help,
    explanation:
      'An expression is a map with exactly one key: {"Get": "…"}, {"Std:Join": {"On": "…", "Values": […]}} or {"Std:JsonGet": {…}}. There are no other functions, and a further key beside it makes it a plain map that SageMaker refuses.',
  },
  'malformed-reference': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R28'],
    message: (p: { given: string; help: string }) => `${p.given} is not a reference`,
    help: (p) => p.help,
    explanation:
      "The text of a Get has one of four forms: Parameters.NAME, Execution.VARIABLE, Steps.STEP.PROPERTY (with .Member, [0] and ['key']), PipelineExperimentConfig.ExperimentName or .TrialName.",
  },
});

/** Maps that look like expressions are expressions, and references have one of the four forms. */
export const expressionsAreWellFormed: DefinitionRule = {
  rules: ['R28'],
  diagnostics,
  check: ({ json }) => {
    const found: Diagnostic[] = [];
    walkJson(json, [], (value, place) => {
      const problem = isJsonObject(value) ? check(value, place) : undefined;
      if (problem !== undefined) found.push(problem);
    });
    return found;
  },
};

function check(value: JsonObject, place: WalkedPlace): Diagnostic | undefined {
  const expression = asExpression(value);
  if (expression === undefined) return checkLookalike(value, place);
  if (expression.kind !== 'get') return undefined;
  const { reference } = expression;
  if (typeof reference === 'string' && parseReference(reference) !== undefined) return undefined;
  return diagnostics['malformed-reference'](
    { given: describeJson(reference), help: helpFor(reference) },
    { path: [...place.toPath(), 'Get'] },
  );
}

function checkLookalike(value: JsonObject, place: WalkedPlace): Diagnostic | undefined {
  const keys = Object.keys(value);
  const known = EXPRESSION_KEYS.find((key) => Object.hasOwn(value, key));
  if (looksLikeExpression(value) && known !== undefined) {
    const others = keys.filter((key) => key !== known);
    const problem =
      others.length > 0
        ? `"${others[0]}" stands beside "${known}" in one expression`
        : `"${known}" cannot hold ${describeJson(value[known])}`;
    return diagnostics['malformed-expression'](
      { problem, help: `an expression is a map with the one key "${known}"` },
      { path: place.toPath() },
    );
  }
  const unknown = keys.find((key) => key.startsWith('Std:'));
  if (unknown === undefined) return undefined;
  return diagnostics['malformed-expression'](
    { problem: `"${unknown}" is not a function of SageMaker Pipelines`, help: 'functions: Std:Join, Std:JsonGet' },
    { path: [...place.toPath(), unknown], target: 'key' },
  );
}

function helpFor(reference: Json): string {
  const text = typeof reference === 'string' ? reference : '';
  if (/^Steps\.[A-Za-z0-9\-_]+$/.test(text)) return `name a property of the step: ${text}.PROPERTY`;
  if (text.startsWith('PipelineExperimentConfig')) return 'PipelineExperimentConfig has ExperimentName and TrialName';
  if (text.startsWith('Execution')) return `write Execution.VARIABLE, for example Execution.${EXECUTION_VARIABLES[4]}`;
  return "write Parameters.NAME, Execution.VARIABLE or Steps.STEP.PROPERTY (.Member, [0], ['key'])";
}

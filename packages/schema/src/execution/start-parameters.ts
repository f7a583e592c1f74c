import type { DefinitionParameter, ParameterType } from '../definition/pipeline-definition.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Outcome, settle } from '../diagnostics/outcome.js';
import { isJsonScalar, type Json, toPlainJson } from '../source/json.js';
import { coerceParameterText } from './coerce-parameter-text.js';
import type { StartedParameter } from './execution-event.js';
import { parameterDiagnostics } from './parameter-diagnostics.js';

/** Start values as they travel to SageMaker: text, whatever the declared type. */
export type StartValues = Readonly<Record<string, string>>;

/**
 * The parameters of an execution, coerced and checked as StartPipelineExecution does (rule R26).
 * Every problem is blocking: SageMaker would start nothing.
 */
export function startParameters(
  declared: readonly DefinitionParameter[],
  given: StartValues,
): Outcome<readonly StartedParameter[]> {
  const diagnostics = reportUnknown(declared, given);
  const started: StartedParameter[] = [];
  declared.forEach((parameter, index) => {
    const text = Object.hasOwn(given, parameter.Name) ? given[parameter.Name] : undefined;
    const outcome = text === undefined ? useDefault(parameter, index) : useGiven(parameter, text, index);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value !== undefined) started.push(outcome.value);
  });
  return settle(started, diagnostics);
}

function reportUnknown(declared: readonly DefinitionParameter[], given: StartValues): Diagnostic[] {
  const names = declared.map((parameter) => parameter.Name);
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => parameterDiagnostics['unknown-parameter']({ name, declared: names }, { path: ['Parameters'] }));
}

function useDefault(parameter: DefinitionParameter, index: number): Outcome<StartedParameter> {
  const value = parameter.DefaultValue;
  if (value !== undefined && value !== null && isJsonScalar(value)) {
    return settle({ name: parameter.Name, value: plainScalar(value), source: 'default' }, []);
  }
  const missing = parameterDiagnostics['missing-parameter'](
    { name: parameter.Name, type: typeOf(parameter) },
    { path: ['Parameters', index] },
  );
  return { value: undefined, diagnostics: [missing] };
}

// The caller has established a scalar that is not null; toPlainJson keeps that.
function plainScalar(value: Json): string | number | boolean {
  return toPlainJson(value) as string | number | boolean;
}

function useGiven(parameter: DefinitionParameter, text: string, index: number): Outcome<StartedParameter> {
  const place = { path: ['Parameters', index] };
  const { Name: name } = parameter;
  const diagnostics = checkText(parameter, text).map((problem) =>
    parameterDiagnostics['bad-parameter-value']({ name, text, problem }, place),
  );
  const value = coerceParameterText(text, typeOf(parameter));
  if (value === undefined && diagnostics.length === 0) {
    diagnostics.push(
      parameterDiagnostics['bad-parameter-value']({ name, text, problem: `it is no ${typeOf(parameter)}` }, place),
    );
  }
  return value === undefined ? { value, diagnostics } : settle({ name, value, source: 'given' }, diagnostics);
}

/** API `String1024`: the longest value that StartPipelineExecution takes, in characters. */
const LONGEST_VALUE = 1024;

function checkText(parameter: DefinitionParameter, text: string): string[] {
  const problems: string[] = [];
  if (text === '') problems.push('it is too short (length: 0, required minimum: 1)');
  if (text.length > LONGEST_VALUE)
    problems.push(`it is too long (length: ${text.length}, allowed maximum: ${LONGEST_VALUE})`);
  const allowed = parameter.EnumValues;
  if (Array.isArray(allowed) && !allowed.includes(text)) problems.push(`it is none of ${allowed.join(', ')}`);
  return problems;
}

function typeOf(parameter: DefinitionParameter): ParameterType {
  return parameter.Type ?? 'String';
}

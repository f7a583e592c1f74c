import {
  deployValue,
  formatPropertyReference,
  get,
  type Json,
  join,
  type ParameterType,
  type Path,
  type PropertyFileValue,
  type PropertyPath,
  type SpecValue,
  TEXT_KEY,
  type ValueForm,
} from '@millrace/schema';
import { type Draft, placed } from './draft.js';

/** What lowering a value must know of the rest of the spec. */
export interface ValueScope {
  /** The property behind an output that an author names; the graph is checked, so it exists. */
  outputProperty(step: string, output: string): PropertyPath;
  parameterType(name: string): ParameterType | undefined;
}

/** What AWS wants in the place: text, or the value as it is. */
export type WantedType = 'text' | 'any';

/** The definition form of a value of the spec. */
export function lowerValue(value: SpecValue, wanted: WantedType, scope: ValueScope): Json {
  const lowered = lowerForm(value.form, scope);
  return wanted === 'text' && needsCast(value.form, scope) ? join('', [lowered]) : lowered;
}

/** The definition form of a value, with its place in the spec. */
export function lowerPlaced(
  value: SpecValue | undefined,
  { path, wanted, scope }: { path: Path; wanted: WantedType; scope: ValueScope },
): Draft | undefined {
  return value === undefined ? undefined : placed([...path, ...value.at], lowerValue(value, wanted, scope));
}

/**
 * SageMaker does not convert numbers in a place of text; `Std:Join` with one value is its cast
 * (SDK `to_string()`; aws/sagemaker-python-sdk issues 2978, 2410).
 */
function needsCast(form: ValueForm, scope: ValueScope): boolean {
  if (form.kind === 'jsonGet') return true;
  return form.kind === 'parameter' && scope.parameterType(form.name) !== 'String';
}

function lowerForm(form: ValueForm, scope: ValueScope): Json {
  switch (form.kind) {
    case 'literal':
      return form.value;
    case 'parameter':
      return get(`Parameters.${form.name}`);
    case 'output':
      return get(formatPropertyReference(form.step, scope.outputProperty(form.step, form.output)));
    case 'property':
      return get(formatPropertyReference(form.step, form.path));
    case 'execution':
      return get(`Execution.${form.variable}`);
    case 'jsonGet':
      return lowerJsonGet(form);
    case 'deployValue':
      return deployValue(form.name);
    case 'join':
      return join(
        form.on,
        form.values.map((value) => lowerForm(value.form, scope)),
      );
    case 'text':
      return lowerText(form.parts, scope);
  }
}

function lowerJsonGet({ step, file, jsonPath }: PropertyFileValue): Json {
  return { 'Std:JsonGet': { PropertyFile: { Get: `Steps.${step}.PropertyFiles.${file}` }, Path: jsonPath } };
}

/** Text of literals and deploy values is known at deployment; with anything else in it, SageMaker must join it. */
function lowerText(parts: readonly SpecValue[], scope: ValueScope): Json {
  const known = parts.every(({ form }) => form.kind === 'literal' || form.kind === 'deployValue');
  const lowered = parts.map((part) => lowerForm(part.form, scope));
  return known ? { [TEXT_KEY]: lowered } : join('', lowered);
}

import {
  deployValue,
  formatPropertyReference,
  get,
  InternalError,
  isJoinedOutput,
  type Json,
  type ParameterType,
  type Path,
  type PropertyFileValue,
  type PropertyPath,
  type SpecValue,
  type StepOutput,
  TEXT_KEY,
  type ValueForm,
} from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import { mergeTexts } from './merge-texts.js';

/** What lowering a value must know of the rest of the spec. */
export interface ValueScope {
  /** What an output that an author names stands for; the graph is checked, so it exists. */
  output(step: string, output: string): StepOutput;
  /** The output and the path of a property file; the graph is checked, so it exists. */
  propertyFile(step: string, file: string): { readonly outputName: string; readonly filePath: string };
  parameterType(name: string): ParameterType | undefined;
  /** The bucket of the pipeline, which `<default_bucket>` stands for. */
  readonly bucket: Json;
  /** Whether a property of a step is text; undefined where that is not known. */
  isText(step: string, path: PropertyPath): boolean | undefined;
  /** The same of an output by the author's name. */
  isTextOutput(step: string, output: string): boolean | undefined;
}

/** What AWS wants in the place: text, or the value as it is. */
export type WantedType = 'text' | 'any';

/** Where a value stands and what is wanted there. */
export interface ValuePlace {
  /** The place of the value in the spec. */
  readonly path: Path;
  readonly wanted: WantedType;
  readonly scope: ValueScope;
}

/** The definition form of a value, with its place in the spec; an absent value stays absent. */
export function lowerValue(value: SpecValue | undefined, place: ValuePlace): Draft | undefined {
  if (value === undefined) return undefined;
  const lowered = lowerForm(value.form, place);
  const cast = place.wanted === 'text' && needsCast(value.form, place.scope);
  return placed([...place.path, ...value.at], cast ? joinDrafts('', [lowered]) : lowered);
}

/** The definition form of a value that is known at deployment: text, a deploy value, or text with deploy values. */
export function lowerDeployTimeValue({ form }: Pick<SpecValue, 'form'>): Json {
  if (form.kind === 'literal') return form.value;
  if (form.kind === 'deployValue') return deployValue(form.name);
  if (form.kind === 'text') return { [TEXT_KEY]: form.parts.map(lowerDeployTimeValue) };
  throw new InternalError(`a value known only at run time stands where validation allows none: ${form.kind}`);
}

/**
 * SageMaker does not convert numbers in a place of text; `Std:Join` with one value is its cast
 * (SDK `to_string()`; aws/sagemaker-python-sdk issues 2978, 2410).
 */
function needsCast(form: ValueForm, scope: ValueScope): boolean {
  if (form.kind === 'jsonGet') return true;
  if (form.kind === 'property') return scope.isText(form.step, form.path) === false;
  if (form.kind === 'output') return scope.isTextOutput(form.step, form.output) === false;
  return form.kind === 'parameter' && scope.parameterType(form.name) !== 'String';
}

function lowerForm(form: ValueForm, place: ValuePlace): Draft {
  const { scope } = place;
  switch (form.kind) {
    case 'literal':
      return form.value;
    case 'parameter':
      return get(`Parameters.${form.name}`);
    case 'output':
      return lowerOutput(form.step, scope.output(form.step, form.output));
    case 'property':
      return get(formatPropertyReference(form.step, form.path));
    case 'execution':
      return get(`Execution.${form.variable}`);
    case 'propertyFile':
      return joinDrafts('/', propertyFileParts(form, scope));
    case 'jsonGet':
      return lowerJsonGet(form, place.path);
    case 'deployValue':
      return form.name === 'bucket' ? scope.bucket : deployValue(form.name, form.type);
    case 'join':
      return joinDrafts(form.on, lowerParts(form.values, place));
    case 'text':
      return lowerText(form.parts, place);
  }
}

function lowerOutput(step: string, output: StepOutput): Draft {
  const read = (path: PropertyPath) => get(formatPropertyReference(step, path));
  if (!isJoinedOutput(output)) return read(output);
  const parts = output.parts.map((part) => (typeof part === 'string' ? part : read(part)));
  return joinDrafts(output.on, parts);
}

// Items of a join know their place relative to the whole value, parts of a text stand where the text stands.
function lowerParts(values: readonly SpecValue[], place: ValuePlace): readonly Draft[] {
  return values.map((value) => lowerForm(value.form, place));
}

function joinDrafts(on: string, values: readonly Draft[]): Draft {
  return { 'Std:Join': { On: on, Values: values } };
}

function propertyFileParts({ step, file }: { step: string; file: string }, scope: ValueScope): readonly Draft[] {
  const { outputName, filePath } = scope.propertyFile(step, file);
  return [lowerOutput(step, scope.output(step, outputName)), filePath];
}

function lowerJsonGet({ step, file, jsonPath, pathAt }: PropertyFileValue, path: Path): Draft {
  const PropertyFile = get(`Steps.${step}.PropertyFiles.${file}`);
  return { 'Std:JsonGet': { PropertyFile, Path: placed([...path, ...pathAt], jsonPath) } };
}

/** Text of literals and deploy values is known at deployment; with anything else in it, SageMaker must join it. */
function lowerText(parts: readonly SpecValue[], place: ValuePlace): Draft {
  const known = parts.every(({ form }) => form.kind === 'literal' || form.kind === 'deployValue');
  if (!known) return joinDrafts('', lowerParts(parts, place));
  const { bucket } = place.scope;
  const texts = mergeTexts(parts.map(({ form }) => (isBucket(form) ? bucket : lowerDeployTimeValue({ form }))));
  const [only, ...others] = texts;
  return typeof only === 'string' && others.length === 0 ? only : { [TEXT_KEY]: texts };
}

function isBucket(form: ValueForm): boolean {
  return form.kind === 'deployValue' && form.name === 'bucket';
}

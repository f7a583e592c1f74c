import { type DefinitionStep, PARAMETER_TYPES, type ParameterType } from '../definition/pipeline-definition.js';
import { formatPropertyPath, type PropertyPath, parsePropertyPath } from '../definition/reference.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import { KEYED_LISTS, type KeyedList } from '../step-types/keyed-lists.js';
import { isSageMakerStepType } from '../step-types/step-type-names.js';

/** The names in the keyed lists of a step, by the path that references take. */
export function declaredKeys(step: DefinitionStep): ReadonlyMap<string, readonly string[]> {
  return new Map(
    keyedListsOf(step).flatMap((list) => {
      const names = namesIn(step, list);
      return names === undefined ? [] : [[list.reference, names] as const];
    }),
  );
}

/** The outputs of a step by name, with the property that holds each. */
export function declaredOutputs(step: DefinitionStep): ReadonlyMap<string, PropertyPath> {
  return new Map(keyedListsOf(step).flatMap((list) => outputsIn(step, list)));
}

/** The types that entries of a step state for their values, by the path to the value: `.OutputParameters['x']`. */
export function declaredTypes(step: DefinitionStep): ReadonlyMap<string, ParameterType> {
  return new Map(keyedListsOf(step).flatMap((list) => typesIn(step, list)));
}

function typesIn(
  step: DefinitionStep,
  { declaredAt, reference, key, output, type }: KeyedList,
): readonly (readonly [string, ParameterType])[] {
  const entries = memberAt(step, declaredAt);
  if (type === undefined || entries === undefined || !isJsonList(entries)) return [];
  return entries.filter(isJsonObject).flatMap((entry) => {
    const name = entry[key];
    const stated = PARAMETER_TYPES.find((each) => each === entry[type]);
    if (typeof name !== 'string' || stated === undefined) return [];
    return [[`${reference}${formatPropertyPath([{ key: name }])}${output ?? ''}`, stated] as const];
  });
}

function outputsIn(
  step: DefinitionStep,
  { output, reference, ...list }: KeyedList,
): readonly (readonly [string, PropertyPath])[] {
  if (output === undefined) return [];
  const [before, after] = [parsePropertyPath(reference) ?? [], parsePropertyPath(output) ?? []];
  return (namesIn(step, { reference, ...list }) ?? []).map(
    (name) => [name, [...before, { key: name }, ...after]] as const,
  );
}

function keyedListsOf({ Type }: DefinitionStep): readonly KeyedList[] {
  return (isSageMakerStepType(Type) ? KEYED_LISTS[Type] : undefined) ?? [];
}

// Undefined where the names are not known before the execution: an expression among them, or a list that is open.
function namesIn(step: DefinitionStep, { declaredAt, key, open }: KeyedList): readonly string[] | undefined {
  const entries = memberAt(step, declaredAt);
  if (entries === undefined || entries === null) return open === true ? undefined : [];
  if (!isJsonList(entries)) return undefined;
  const names = entries.map((entry) => (isJsonObject(entry) ? entry[key] : undefined));
  return names.every((name) => typeof name === 'string') ? names : undefined;
}

function memberAt(step: DefinitionStep, path: readonly string[]): Json | undefined {
  // Members beside the common ones are typed unknown, but they were read from JSON.
  return path.reduce<Json | undefined>(
    (value, member) => (isJsonObject(value) ? value[member] : undefined),
    step as unknown as Json,
  );
}

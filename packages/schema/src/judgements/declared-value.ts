import type { DefinitionStep } from '../definition/pipeline-definition.js';
import { formatPropertyPath, type PropertyPath } from '../definition/reference.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import { KEYED_LISTS } from '../step-types/keyed-lists.js';
import { isSageMakerStepType } from '../step-types/step-type-names.js';

/**
 * What the step itself states for a property that others read from it: `.TransformOutput.S3OutputPath` is the argument of
 * that name. Undefined for what only the job says, such as its name or its artifacts.
 */
export function declaredValue(step: DefinitionStep, path: PropertyPath): Json | undefined {
  let at: Json | undefined = step.Arguments;
  for (const [depth, segment] of path.entries()) {
    if ('member' in segment) at = isJsonObject(at) ? at[segment.member] : undefined;
    else if ('index' in segment) at = isJsonList(at) ? at[segment.index] : undefined;
    else at = entryOf(at, segment.key, keyOfList(step, path.slice(0, depth)));
    if (at === undefined) return undefined;
  }
  return at;
}

/** The member by which references address the entries of a list: `OutputName`. */
function keyOfList({ Type }: DefinitionStep, list: PropertyPath): string | undefined {
  const lists = isSageMakerStepType(Type) ? (KEYED_LISTS[Type] ?? []) : [];
  const reference = formatPropertyPath(list);
  return lists.find((each) => each.reference === reference)?.key;
}

function entryOf(list: Json | undefined, name: string, key: string | undefined): Json | undefined {
  if (!isJsonList(list) || key === undefined) return undefined;
  return list.find((entry) => isJsonObject(entry) && entry[key] === name);
}

import {
  isJsonList,
  isJsonObject,
  type Json,
  looksLikeExpression,
  type PipelineDefinition,
  parseReference,
  walkExpressions,
  writeJson,
} from '@millrace/schema';
import type { DefinitionEdit } from './definition-edit.js';

/**
 * Whether an edit can be made without taking a decision away from anybody: its place can be reached, and what it replaces
 * or removes reads no parameter and nothing of a step, unless what it sets reads the same. So no fix changes who decides a
 * value, what a step waits for, or whether a parameter is used.
 */
export function isOffered(definition: PipelineDefinition, edit: DefinitionEdit): boolean {
  // A definition is JSON; its interfaces have no index signature to say so.
  const found = placeOf(definition as unknown as Json, edit.path);
  if (found === undefined) return false;
  const read = readBy('value' in edit ? edit.value : undefined);
  return [...readBy(found.value)].every((each) => read.has(each));
}

/** What stands at a path, if anything does; undefined where no edit could reach it. */
function placeOf(start: Json, path: DefinitionEdit['path']): { readonly value: Json | undefined } | undefined {
  let at: Json | undefined = start;
  for (const segment of path) {
    if (at === undefined || at === null) at = undefined;
    else if (isJsonList(at) && typeof segment === 'number') at = at[segment];
    else if (isJsonObject(at) && typeof segment === 'string' && !looksLikeExpression(at)) {
      at = Object.hasOwn(at, segment) ? at[segment] : undefined;
    } else return undefined;
  }
  return { value: at };
}

/** The parameters, and the properties and files of steps, that a value reads. */
function readBy(value: Json | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  walkExpressions(value ?? null, [], ({ expression }) => {
    if (expression.kind === 'jsonGet') found.add(writeJson(expression.members));
    if (expression.kind !== 'get') return;
    const reference = typeof expression.reference === 'string' ? parseReference(expression.reference) : undefined;
    if (reference?.kind !== 'execution') found.add(writeJson(expression.reference));
  });
  return found;
}

import { isJsonList, isJsonObject, type Json, memberAt, type Path } from '@millrace/schema';
import { COMMAND_LISTS, FREE_MAPS, type RequestMember, requestMembers } from '../../jobs/request-members.js';
import type { PolicyContext } from '../../rule/policy-context.js';

/** A value that whoever may describe the pipeline or a job of it can read. */
export interface VisibleValue {
  /** Absent for arguments of containers. */
  readonly name?: string;
  readonly value: Json;
  readonly path: Path;
}

/** Environment variables, hyperparameters, arguments of containers, and defaults of parameters. */
export function visibleValues(context: PolicyContext): readonly VisibleValue[] {
  return context.once(collect);
}

function collect(context: PolicyContext): readonly VisibleValue[] {
  return [...requestMembers(context).flatMap(valuesIn), ...defaultsOf(context.definition.json)];
}

function valuesIn({ name, value, path }: RequestMember): readonly VisibleValue[] {
  if (FREE_MAPS.has(name) && isJsonObject(value)) {
    return Object.entries(value).map(([key, each]) => ({ name: key, value: each, path: [...path, key] }));
  }
  if (!COMMAND_LISTS.has(name) || !isJsonList(value)) return [];
  return value.map((each, index) => ({ value: each, path: [...path, index] }));
}

function defaultsOf(definition: Json): readonly VisibleValue[] {
  const parameters = memberAt(definition, 'Parameters');
  return (isJsonList(parameters) ? parameters : []).flatMap((parameter, index) => {
    const name = memberAt(parameter, 'Name');
    const value = memberAt(parameter, 'DefaultValue');
    if (value === undefined || typeof name !== 'string') return [];
    return [{ name, value, path: ['Parameters', index, 'DefaultValue'] }];
  });
}

import { isJsonList, isJsonObject, type Json, memberAt, type Path, walkRequest } from '@millrace/schema';
import type { PolicyContext } from '../../rule/policy-context.js';

/** A value that whoever may describe the pipeline or a job of it can read. */
export interface VisibleValue {
  /** Absent for arguments of containers. */
  readonly name?: string;
  readonly value: Json;
  readonly path: Path;
}

const MAPS: ReadonlySet<string | number | undefined> = new Set([
  'Environment',
  'HyperParameters',
  'StaticHyperParameters',
]);
const LISTS: ReadonlySet<string | number | undefined> = new Set(['ContainerArguments', 'ContainerEntrypoint']);

/** Environment variables, hyperparameters, arguments of containers, and defaults of parameters. */
export function visibleValues(context: PolicyContext): readonly VisibleValue[] {
  return context.once(collect);
}

function collect({ steps, definition }: PolicyContext): readonly VisibleValue[] {
  const found: VisibleValue[] = [];
  for (const placed of steps) {
    walkRequest(placed, (value, place) => {
      if (MAPS.has(place.at(-1)) && isJsonObject(value)) {
        const path = place.toPath();
        for (const [name, each] of Object.entries(value)) found.push({ name, value: each, path: [...path, name] });
      } else if (LISTS.has(place.at(-1)) && isJsonList(value)) {
        const path = place.toPath();
        for (const [index, each] of value.entries()) found.push({ value: each, path: [...path, index] });
      }
    });
  }
  return [...found, ...defaultsOf(definition.json)];
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

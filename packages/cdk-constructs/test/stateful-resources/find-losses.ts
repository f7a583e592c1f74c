import { isDeepStrictEqual } from 'node:util';
import type { StatefulResource, StatefulResources } from './list-stateful.js';
import { statefulTypes } from './stateful-types.js';

/** What a deployment of the new resources over the old ones would lose, a line each. */
export function findLosses(before: StatefulResources, after: StatefulResources): readonly string[] {
  return Object.entries(before).flatMap(([id, resource]) => {
    const change = changeOf(resource, after[id]);
    return change === undefined ? [] : [`${id} (${resource.type}) ${change}. Lost: ${lossOf(resource.type)}.`];
  });
}

/** Resources that a baseline does not know yet. */
export function findUnrecorded(before: StatefulResources, after: StatefulResources): readonly string[] {
  return Object.keys(after).filter((id) => !(id in before));
}

function changeOf(before: StatefulResource, after: StatefulResource | undefined): string | undefined {
  if (after === undefined) return 'would be removed; a renamed construct counts as one';
  if (after.type !== before.type) return `would become a ${after.type}`;
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])];
  const changed = names.filter((name) => !isDeepStrictEqual(before.properties[name], after.properties[name]));
  if (changed.length === 0) return undefined;
  const shown = changed.map((name) => `${name}: ${show(before.properties[name])} -> ${show(after.properties[name])}`);
  return `would be replaced, because of ${shown.join(', ')}`;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'not set';
}

function lossOf(type: string): string {
  return statefulTypes[type]?.holds ?? 'unknown, the type is no longer listed';
}

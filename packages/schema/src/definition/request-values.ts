import type { Json } from '../source/json.js';
import { type WalkedPlace, walkJson } from '../source/walk-json.js';
import { stepTypeRequest } from '../step-types/step-type-registry.js';
import type { PlacedStep } from './placed-steps.js';

/** Maps whose keys are the author's. */
const FREE_MAPS: ReadonlySet<string | number> = new Set(['Environment', 'HyperParameters', 'StaticHyperParameters']);

/**
 * Visits everything in the arguments of a step that mirror a request of AWS; the payload of a function is none. Entries of
 * maps with free keys are visited only as a part of their map, since their keys are no members.
 */
export function walkRequest({ step, path }: PlacedStep, visit: (value: Json, place: WalkedPlace) => void): void {
  if (stepTypeRequest(step.Type) === undefined) return;
  walkJson(step.Arguments, [...path, 'Arguments'], (value, place) => {
    if (!FREE_MAPS.has(place.at(-2) ?? '')) visit(value, place);
  });
}

import { deployValueNameOf, isJsonList, isJsonObject, type Json } from '@millrace/schema';
import type { StandIn } from '../values/stand-in.js';

const RESOURCE = /^resource:([^.]+)/;

/** The logical ids of the resources that a symbolic value names at any depth, in the order of the value. */
export function namedResources(symbolic: Json, standIns: ReadonlyMap<string, StandIn>): readonly string[] {
  const name = deployValueNameOf(symbolic);
  if (name !== undefined) {
    const [, logicalId] = RESOURCE.exec(name) ?? [];
    const standIn = standIns.get(name);
    const options = standIn?.kind === 'choice' ? standIn.options : [];
    return [
      ...(logicalId === undefined ? [] : [logicalId]),
      ...options.flatMap((each) => namedResources(each, standIns)),
    ];
  }
  if (isJsonList(symbolic)) return symbolic.flatMap((each) => namedResources(each, standIns));
  return isJsonObject(symbolic) ? Object.values(symbolic).flatMap((each) => namedResources(each, standIns)) : [];
}

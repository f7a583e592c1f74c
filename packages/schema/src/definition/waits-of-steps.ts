import type { OwnedExpression } from './definition-expressions.js';
import type { PlacedStep } from './placed-steps.js';
import { parseReference } from './reference.js';

/** By the name of a step, the names of those that it waits for itself: by DependsOn, by references, by its condition. */
export type Waits = ReadonlyMap<string, ReadonlySet<string>>;

/** What every step waits for. Names that no step has are kept; other rules tell of them. */
export function waitsOfSteps(steps: readonly PlacedStep[], expressions: readonly OwnedExpression[]): Waits {
  const waits = new Map<string, Set<string>>();
  for (const { step, branch } of steps) {
    const condition = branch === undefined ? [] : [branch.condition];
    waits.set(step.Name, new Set([...(waits.get(step.Name) ?? []), ...(step.DependsOn ?? []), ...condition]));
  }
  for (const { expression, owner } of expressions) {
    const text = expression.kind === 'get' ? expression.reference : undefined;
    const reference = typeof text === 'string' ? parseReference(text) : undefined;
    if (owner !== undefined && reference !== undefined && 'step' in reference)
      waits.get(owner.step.Name)?.add(reference.step);
  }
  return waits;
}

/** The step and all that it waits for, directly and through others. */
export function* waitedFor(name: string, waits: Waits): Iterable<string> {
  const seen = new Set([name]);
  // A set is visited in the order of insertion, that which is added meanwhile included.
  for (const each of seen) {
    yield each;
    for (const next of waits.get(each) ?? []) seen.add(next);
  }
}

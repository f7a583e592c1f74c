import type { DefinitionContext } from '../definition/definition-context.js';
import type { PlacedStep } from '../definition/placed-steps.js';
import { writeJson } from '../source/write-json.js';
import type { Judged } from './judged.js';
import { type WrittenPlace, writtenPlaces } from './written-places.js';

/** So many of the same place are compared with each other; where there are more, those after them are too many anyway. */
const MOST_COMPARED = 20;

/** An output in the place of another. */
export interface SharedPlace extends Judged {
  readonly place: WrittenPlace;
  /** The first output that was there before. */
  readonly other: WrittenPlace;
  /** All outputs that were there before, the first twenty of them. */
  readonly others: readonly WrittenPlace[];
}

/**
 * Outputs with the same URI expression: the second overwrites files of the first, silently (rule R79). Steps of different
 * branches of one condition never both run.
 */
export function* outputsThatStepsShare({ steps }: DefinitionContext): Iterable<SharedPlace> {
  const branches = new BranchSides(steps);
  const writers = new Map<string, WrittenPlace[]>();
  for (const place of steps.flatMap(writtenPlaces)) {
    const key = writeJson(place.uri);
    const before = writers.get(key) ?? [];
    writers.set(key, before);
    const others = before.filter((each) => !branches.exclude(each.step, place.step));
    const [other] = others;
    if (other !== undefined) yield { ...sharedPlace(place, other), place, others };
    if (before.length < MOST_COMPARED) before.push(place);
  }
}

function sharedPlace({ step, what, path }: WrittenPlace, other: WrittenPlace): Omit<SharedPlace, 'place' | 'others'> {
  const same = step === other.step;
  const reason = same
    ? `"${step.step.Name}" puts ${what} and ${other.what} in the same place`
    : `"${step.step.Name}" puts ${what} where "${other.step.step.Name}" puts ${other.what}`;
  return { verdict: 'violated', other, reason, path, related: [{ message: 'the same place', path: other.path }] };
}

/** Knows on which sides of which conditions a step stands. */
class BranchSides {
  readonly #steps: ReadonlyMap<string, PlacedStep>;

  constructor(steps: readonly PlacedStep[]) {
    this.#steps = new Map(steps.map((each) => [each.step.Name, each]));
  }

  /** True where a condition decides which of the two runs. */
  exclude(one: PlacedStep, other: PlacedStep): boolean {
    const sides = this.#sidesOf(one);
    return [...this.#sidesOf(other)].some(([condition, side]) => (sides.get(condition) ?? side) !== side);
  }

  #sidesOf(step: PlacedStep): ReadonlyMap<string, string> {
    const sides = new Map<string, string>();
    for (
      let at = step.branch;
      at !== undefined && !sides.has(at.condition);
      at = this.#steps.get(at.condition)?.branch
    ) {
      sides.set(at.condition, at.side);
    }
    return sides;
  }
}

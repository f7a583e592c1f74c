import type { Path } from '@millrace/schema';
import type { Judgement } from './governance-rule.js';

/** Judgements that were made of a whole definition at once, for judges of single places. */
export class JudgementsByPlace {
  readonly #byPlace = new Map<string, Judgement[]>();

  constructor(judgements: Iterable<Judgement>, placeOf: (judgement: Judgement) => Path = ({ path }) => path) {
    for (const judgement of judgements) {
      const place = keyOf(placeOf(judgement));
      const known = this.#byPlace.get(place);
      if (known === undefined) this.#byPlace.set(place, [judgement]);
      else known.push(judgement);
    }
  }

  /** What was said of a place; nothing where nothing was. */
  at(path: Path): readonly Judgement[] {
    return this.#byPlace.get(keyOf(path)) ?? [];
  }
}

function keyOf(path: Path): string {
  return path.join('\0');
}

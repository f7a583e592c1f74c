import type { Path, PlacedStep } from '@millrace/schema';

/** Finds the step in which a path of a definition lies; of nested ones the innermost. */
export class StepOfPath {
  readonly #byPath: ReadonlyMap<string, PlacedStep>;

  constructor(steps: readonly PlacedStep[]) {
    this.#byPath = new Map(steps.map((placed) => [keyOf(placed.path), placed]));
  }

  /** Undefined for what belongs to no step. */
  find(path: Path): PlacedStep | undefined {
    for (let length = path.length; length > 0; length--) {
      const found = this.#byPath.get(keyOf(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function keyOf(path: Path): string {
  return path.join('\0');
}

import type { Path, PlacedStep } from '@millrace/schema';

/** Finds the step in which a path of a definition lies; of nested ones the innermost. */
export class StepOfPath {
  readonly #byPath: ReadonlyMap<string, PlacedStep>;

  constructor(steps: readonly PlacedStep[]) {
    this.#byPath = new Map(steps.map((placed) => [keyOf(placed.path), placed]));
  }

  /** Undefined for what belongs to no step. */
  find(path: Path): PlacedStep | undefined {
    let found: PlacedStep | undefined;
    // A step stands at `Steps[0]`, one of a branch at `….Arguments.IfSteps[0]`.
    for (let length = 2; length <= path.length; length += 3) {
      const inner = this.#byPath.get(keyOf(path.slice(0, length)));
      if (inner === undefined) return found;
      found = inner;
    }
    return found;
  }
}

function keyOf(path: Path): string {
  return path.join('\0');
}

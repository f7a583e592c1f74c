import type { Path } from '../diagnostics/diagnostic.js';

/** Members that the project knows better than this version does: `Training.Arguments.InputDataConfig[].NewMember`. */
export class AllowedMembers {
  readonly #names: ReadonlySet<string>;

  constructor(names: readonly string[] = []) {
    this.#names = new Set(names);
  }

  /** @param inside the way from the step to the member */
  has(stepType: string, inside: Path): boolean {
    if (this.#names.size === 0) return false;
    return this.#names.has(stepType + inside.map((each) => (typeof each === 'number' ? '[]' : `.${each}`)).join(''));
  }
}

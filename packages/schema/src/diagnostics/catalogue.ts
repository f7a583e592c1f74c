import type { DiagnosticFactory } from './define-diagnostics.js';
import { didYouMean } from './did-you-mean.js';

/** Factories as `defineDiagnostics` returns them, whatever their message parameters. */
export type AnyDiagnosticFactories = Readonly<Record<string, DiagnosticFactory<never>>>;

/** All codes that a program can report: the groups of every package that it uses, as `defineDiagnostics` made them. */
export class DiagnosticCatalogue {
  readonly #factories: ReadonlyMap<string, DiagnosticFactory<never>>;

  constructor(groups: Iterable<AnyDiagnosticFactories>) {
    const factories = [...groups].flatMap((group) => Object.values(group));
    const sorted = factories.sort((one, other) => (one.code < other.code ? -1 : 1));
    this.#factories = new Map(sorted.map((factory) => [factory.code, factory]));
  }

  /** All codes, sorted. */
  get codes(): readonly string[] {
    return [...this.#factories.keys()];
  }

  /** The declaration behind a code; a code without its area is found where only one area has it. */
  find(code: string): DiagnosticFactory<never> | undefined {
    const exact = this.#factories.get(code);
    if (exact !== undefined) return exact;
    const [only, ...others] = this.codes.filter((each) => each.endsWith(`/${code}`));
    return only === undefined || others.length > 0 ? undefined : this.#factories.get(only);
  }

  /** All that answers a rule of the facts, such as `R61`, sorted by code. */
  ofRule(rule: string): readonly DiagnosticFactory<never>[] {
    return [...this.#factories.values()].filter(({ declaration }) => declaration.rules?.includes(rule) === true);
  }

  /** The code that the given text was probably meant to be. */
  suggest(code: string): string | undefined {
    return (
      didYouMean(code, this.codes) ??
      this.codes.find((each) => didYouMean(code, [each.slice(each.indexOf('/') + 1)]) !== undefined)
    );
  }
}

import { type Diagnostic, formatPath } from '@millrace/schema';

/** Gathers diagnostics of parts that are looked at several times: what is wrong at a place is told once. */
export class OncePerPlace {
  readonly #found = new Map<string, Diagnostic>();

  add(diagnostic: Diagnostic): void {
    const key = `${diagnostic.code} ${formatPath(diagnostic.path)}`;
    if (!this.#found.has(key)) this.#found.set(key, diagnostic);
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#found.values()];
  }
}

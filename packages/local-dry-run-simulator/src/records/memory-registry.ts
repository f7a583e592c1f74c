import type { ModelPackage, ModelPackageDraft, ModelRegistry } from './model-registry.js';

/** The registry of a scripted run: empty at the start and gone at the end, so that equal input gives equal events. */
export class MemoryRegistry implements ModelRegistry {
  readonly #versions = new Map<string, number>();

  register(draft: ModelPackageDraft): ModelPackage {
    const version = (this.#versions.get(draft.group) ?? 0) + 1;
    this.#versions.set(draft.group, version);
    return { ...draft, version };
  }
}

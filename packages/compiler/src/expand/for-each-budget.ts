import { READING_LIMITS, type SourceNode } from '@millrace/schema';

/** How much the steps of all `forEach` of a spec may hold more than is written: what a document may be, and aliases may repeat. */
export const FOR_EACH_LIMITS = { values: 100_000, characters: READING_LIMITS.maxCharacters } as const;

/** Counts what is made of a few lines, so that no spec can fill the memory. */
export class ForEachBudget {
  #values = 0;
  #characters = 0;

  /** Whether so many copies of a part still fit. */
  takeCopies(part: SourceNode, copies: number): boolean {
    this.#values += countValues(part) * copies;
    return this.#values <= FOR_EACH_LIMITS.values;
  }

  /** Whether a new text of that length still fits. */
  takeText(length: number): boolean {
    this.#characters += length;
    return this.#characters <= FOR_EACH_LIMITS.characters;
  }
}

function countValues(node: SourceNode): number {
  if (node.kind === 'scalar') return 1;
  const parts = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return parts.reduce((sum, part) => sum + countValues(part), 1);
}

import type { YamlToken } from './lex-yaml.js';

interface BlockLevel {
  readonly column: number;
  readonly item: boolean;
}

/**
 * Counts how deep maps and lists are nested, from tokens alone. Block collections are told by their columns
 * (a list may stand in the column of its key), flow collections by their brackets.
 */
export class NestingDepth {
  readonly #blocks: BlockLevel[] = [];
  #flow = 0;
  #previous: YamlToken | undefined;

  /** True between brackets. */
  get inFlow(): boolean {
    return this.#flow > 0;
  }

  /** Takes the next token other than white space; returns the number of collections open at it. */
  advance(token: YamlToken): number {
    const depth = this.#flow > 0 ? this.#advanceInFlow(token) : this.#advanceInBlock(token);
    this.#previous = token;
    return depth;
  }

  #advanceInFlow(token: YamlToken): number {
    if (token.kind === 'map-open' || token.kind === 'list-open') this.#flow += 1;
    if (token.kind === 'map-close' || token.kind === 'list-close') this.#flow -= 1;
    return this.#blocks.length + this.#flow;
  }

  #advanceInBlock(token: YamlToken): number {
    switch (token.kind) {
      case 'map-open':
      case 'list-open':
        this.#closeBlocks(token.column, 'value');
        this.#flow = 1;
        return this.#blocks.length + 1;
      case 'item':
        return this.#openBlock(token.column, true);
      case 'explicit-key':
        return this.#openBlock(token.column, false);
      case 'colon':
        return endsKey(this.#previous) ? this.#blocks.length : this.#openBlock(token.column, false);
      case 'plain':
      case 'quoted':
      case 'alias':
        // Perhaps a key: it counts from its colon on, and the next line takes it away if none follows.
        this.#openBlock(token.column, false);
        return 0;
      default:
        return 0;
    }
  }

  #openBlock(column: number, item: boolean): number {
    this.#closeBlocks(column, item ? 'item' : 'key');
    const top = this.#blocks.at(-1);
    if (top?.column !== column || top.item !== item) this.#blocks.push({ column, item });
    return this.#blocks.length;
  }

  #closeBlocks(column: number, opening: 'item' | 'key' | 'value'): void {
    for (let top = this.#blocks.at(-1); top !== undefined; top = this.#blocks.at(-1)) {
      const outside = opening === 'value' ? top.column >= column : top.column > column;
      const siblingOfParent = opening === 'key' && top.column === column && top.item;
      if (!outside && !siblingOfParent) return;
      this.#blocks.pop();
    }
  }
}

const KEY_ENDS: ReadonlySet<string> = new Set(['plain', 'quoted', 'alias', 'map-close', 'list-close']);

function endsKey(token: YamlToken | undefined): boolean {
  return token !== undefined && KEY_ENDS.has(token.kind);
}

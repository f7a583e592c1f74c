import type { Screen } from './terminal.js';

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_BELOW = '\u001b[0J';

/** A block of lines at the bottom of a terminal that is drawn over itself. */
export class LiveLines {
  #height = 0;

  constructor(private readonly screen: Screen) {}

  draw(lines: readonly string[]): void {
    this.screen.write(`${HIDE_CURSOR}${this.#backToTop()}${CLEAR_BELOW}${lines.map((line) => `${line}\n`).join('')}`);
    this.#height = lines.length;
  }

  /** Takes the block away and gives the cursor back. */
  clear(): void {
    this.screen.write(`${this.#backToTop()}${CLEAR_BELOW}${SHOW_CURSOR}`);
    this.#height = 0;
  }

  #backToTop(): string {
    return this.#height === 0 ? '' : `\u001b[${this.#height}A\r`;
  }
}

import { printable } from '@millrace/schema';
import { LiveLines } from '../terminal/live-lines.js';
import type { Terminal } from '../terminal/terminal.js';

/** One line that says which of many documents is being checked; nothing without a screen, and for one alone. */
export class CheckProgress {
  readonly #lines: LiveLines | undefined;

  constructor(
    private readonly total: number,
    { screen }: Terminal,
  ) {
    this.#lines = screen === undefined || total < 2 ? undefined : new LiveLines(screen);
  }

  /** @param number of the document, from 1 on */
  show(number: number, file: string): void {
    this.#lines?.draw([printable(`checking ${number} of ${this.total}: ${file}`)]);
  }

  /** Takes the line away. */
  end(): void {
    this.#lines?.clear();
  }
}

import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutionEvent } from '@millrace/schema';

/** Events after which the file is flushed to the disk: what comes before them is costly to lose. */
const MILESTONES: ReadonlySet<ExecutionEvent['type']> = new Set(['step-ended', 'execution-ended']);

/** `events.ndjson` of a run: append-only, one write per line, so that only the last line can ever be torn. */
export class EventFile {
  readonly #descriptor: number;
  readonly #durable: boolean;

  /** `durable`: flush at milestones; scripted runs can be made again at any time and need not. */
  constructor(runDirectory: string, durable: boolean) {
    this.#descriptor = openSync(join(runDirectory, 'events.ndjson'), 'a');
    this.#durable = durable;
  }

  /** Appends one event. */
  append(event: ExecutionEvent): void {
    writeSync(this.#descriptor, `${JSON.stringify(event)}\n`);
    if (this.#durable && MILESTONES.has(event.type)) fsyncSync(this.#descriptor);
  }

  /** Ends writing. */
  close(): void {
    closeSync(this.#descriptor);
  }
}

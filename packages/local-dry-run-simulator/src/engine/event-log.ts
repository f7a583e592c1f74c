import { EXECUTION_EVENT_VERSION, type ExecutionEvent, type ExecutionEventBody } from '@millrace/schema';

const IGNORABLE: ReadonlySet<ExecutionEventBody['type']> = new Set([
  'metric-recorded',
  'time-advanced',
  'warning-raised',
]);

/** The growing history of an execution: numbers events and stamps them with virtual time. */
export class EventLog {
  readonly #unread: ExecutionEvent[] = [];
  #seq = 0;
  #now: number;

  /** `start`: virtual time at the beginning, in milliseconds since 1970. */
  constructor(readonly start: number) {
    this.#now = start;
  }

  /** Virtual time now, in milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** Moves virtual time on; it never goes back. */
  advanceTo(time: number): void {
    this.#now = Math.max(this.#now, time);
  }

  /** Appends an event and returns its number. */
  append(body: ExecutionEventBody, cause: readonly number[] = []): number {
    this.#seq += 1;
    const envelope = { v: EXECUTION_EVENT_VERSION, seq: this.#seq, at: formatInstant(this.#now) } as const;
    const marks = IGNORABLE.has(body.type) ? { ignorable: true as const } : {};
    this.#unread.push({ ...envelope, ...body, cause: [...cause], ...marks });
    return this.#seq;
  }

  /** The events that nobody has taken yet. */
  takeUnread(): readonly ExecutionEvent[] {
    return this.#unread.splice(0);
  }
}

/** A moment as events write it: ISO 8601, UTC, milliseconds. */
export function formatInstant(milliseconds: number): string {
  return new Date(Math.round(milliseconds)).toISOString();
}

/** A piece of work that falls due at a moment of virtual time. */
interface Entry {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * What happens next, ordered by (time, order of adding): a binary heap, so that a pipeline of thousands
 * of steps stays cheap and equal input gives an equal history.
 */
export class EventQueue {
  readonly #heap: Entry[] = [];
  #added = 0;

  /** Adds work that falls due at `time`, in milliseconds of virtual time. */
  add(time: number, run: () => void): void {
    this.#heap.push({ time, order: this.#added++, run });
    this.#rise(this.#heap.length - 1);
  }

  /** The time of the earliest work, or undefined when there is none. */
  get nextTime(): number | undefined {
    return this.#heap[0]?.time;
  }

  /** Takes the earliest work out. */
  take(): { readonly time: number; readonly run: () => void } | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first;
    this.#heap[0] = last;
    this.#sink(0);
    return first;
  }

  #rise(index: number): void {
    for (let at = index; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(index: number): void {
    for (let at = index; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let first = at;
      if (this.#isBefore(left, first)) first = left;
      if (this.#isBefore(right, first)) first = right;
      if (first === at) return;
      this.#swap(at, first);
      at = first;
    }
  }

  #isBefore(left: number, right: number): boolean {
    const [a, b] = [this.#heap[left], this.#heap[right]];
    if (a === undefined || b === undefined) return false;
    return a.time < b.time || (a.time === b.time && a.order < b.order);
  }

  #swap(left: number, right: number): void {
    const [a, b] = [this.#heap[left], this.#heap[right]];
    if (a === undefined || b === undefined) return;
    this.#heap[left] = b;
    this.#heap[right] = a;
  }
}

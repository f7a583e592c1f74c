import type { StepState } from './step-state.js';

/** How many may run at once. */
export interface SlotLimits {
  /** MaxParallelExecutionSteps; undefined for any number. */
  readonly steps: number | undefined;
  /** Jobs that this machine can run at once; undefined for any number. */
  readonly jobs: number | undefined;
}

/** Hands out room to run; who finds none waits in order of arrival. */
export class StepSlots {
  readonly #waiting: { readonly steps: StepState[]; readonly jobs: StepState[] } = { steps: [], jobs: [] };
  #steps = 0;
  #jobs = 0;

  constructor(readonly limits: SlotLimits) {}

  /** Takes room for a step, or lets it wait and says what for. */
  take(state: StepState): 'taken' | 'cap' | 'local-cores' {
    if (isFull(this.#steps, this.limits.steps)) {
      this.#waiting.steps.push(state);
      return 'cap';
    }
    if (usesCore(state) && isFull(this.#jobs, this.limits.jobs)) {
      this.#waiting.jobs.push(state);
      return 'local-cores';
    }
    this.#count(state, 1);
    return 'taken';
  }

  /** Gives the room of an ended step back. */
  release(state: StepState): void {
    this.#count(state, -1);
  }

  /** The next step that waited and has room now; its room is taken. */
  next(): StepState | undefined {
    if (isFull(this.#steps, this.limits.steps)) return undefined;
    const state = isFull(this.#jobs, this.limits.jobs) ? undefined : this.#waiting.jobs.shift();
    const next = state ?? this.#waiting.steps.shift();
    if (next === undefined) return undefined;
    if (state === undefined && usesCore(next) && isFull(this.#jobs, this.limits.jobs)) {
      this.#waiting.jobs.push(next);
      return this.next();
    }
    this.#count(next, 1);
    return next;
  }

  #count(state: StepState, by: number): void {
    this.#steps += by;
    if (usesCore(state)) this.#jobs += by;
  }
}

function usesCore({ node }: StepState): boolean {
  return node.kind === 'container-job';
}

function isFull(count: number, limit: number | undefined): boolean {
  return limit !== undefined && count >= limit;
}

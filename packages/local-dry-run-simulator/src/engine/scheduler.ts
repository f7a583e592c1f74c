import type { SkipReason } from '@millrace/schema';
import type { EventLog } from './event-log.js';
import type { ExecutionSettings } from './execution-settings.js';
import { explainNotRun } from './explain-not-run.js';
import { listDependents } from './find-cycle.js';
import { StepSlots } from './step-slots.js';
import { type EndingCause, newStepState, type StepState } from './step-state.js';

/**
 * Decides which steps run when: a step is ready when all its predecessors have succeeded; what comes after a
 * skipped step is skipped; what comes after an undecided one is undecided (facts/sagemaker-pipelines, section 4).
 */
export class Scheduler {
  readonly states: ReadonlyMap<string, StepState>;
  readonly #dependents: ReadonlyMap<string, readonly string[]>;
  readonly #slots: StepSlots;
  #ending: EndingCause | undefined;

  constructor(
    readonly settings: ExecutionSettings,
    readonly log: EventLog,
    readonly start: (state: StepState) => void,
  ) {
    this.states = new Map([...settings.nodes].map(([name, node]) => [name, newStepState(node)]));
    this.#dependents = listDependents(settings.nodes);
    this.#slots = new StepSlots({ steps: settings.maxParallelSteps, jobs: settings.launcher.maxConcurrentJobs });
  }

  /** Why no further step starts; undefined while they do. */
  get ending(): EndingCause | undefined {
    return this.#ending;
  }

  /** From now on no step starts. */
  stopScheduling(cause: EndingCause): void {
    this.#ending ??= cause;
  }

  /** Starts what waits for nothing. */
  begin(): void {
    for (const state of this.states.values()) if (state.waitingFor === 0) this.#makeReady(state);
  }

  /** A step has ended: its dependents come closer, and its room is free. */
  ended(state: StepState): void {
    this.#slots.release(state);
    if (state.succeeded) for (const dependent of this.#dependentsOf(state)) this.#countDown(dependent);
    else if (this.settings.afterFailure === 'stop-scheduling' || state.node.kind === 'stop')
      this.stopScheduling('failure');
    this.#startWaiting();
  }

  /** A condition has ended: one side comes closer, the other is skipped. */
  endedBranch(state: StepState, outcome: boolean | 'undecided'): void {
    this.#slots.release(state);
    for (const dependent of this.#dependentsOf(state)) this.#settleBranch(dependent, state, outcome);
    this.#startWaiting();
  }

  /** The reasons why steps have not run, told at the end. */
  explainRest(): void {
    const { states } = this;
    for (const state of states.values()) {
      if (state.phase !== 'waiting' && state.phase !== 'ready') continue;
      const reason = explainNotRun(state, { states, ending: this.#ending ?? 'failure' });
      this.#tellSkipped(state, reason, this.#causesOf(state));
    }
  }

  #settleBranch(dependent: StepState, condition: StepState, outcome: boolean | 'undecided'): void {
    const place = dependent.node.branch;
    const name = condition.node.name;
    // A step elsewhere may read the outcome of the condition.
    const own = place?.condition === name;
    if (outcome === 'undecided') this.#countDown(dependent);
    else if (own && (place.side === 'if') !== outcome)
      this.#skip(dependent, { code: 'branch-not-taken', condition: name, outcome });
    else this.#countDown(dependent);
  }

  #countDown(state: StepState): void {
    if (state.phase !== 'waiting') return;
    state.waitingFor -= 1;
    if (state.waitingFor > 0) return;
    const open = this.#predecessorsOf(state).find((each) => each.phase === 'undecided');
    if (open === undefined) this.#makeReady(state);
    else this.#leaveOpen(state, open);
  }

  #makeReady(state: StepState): void {
    if (this.#ending !== undefined) return;
    state.phase = 'ready';
    state.lastEvent = this.log.append({ type: 'step-ready', step: state.node.name }, this.#causesOf(state));
    const slot = this.#slots.take(state);
    if (slot === 'taken') {
      this.#run(state);
      return;
    }
    state.lastEvent = this.log.append({ type: 'step-waiting', step: state.node.name, for: slot }, [state.lastEvent]);
  }

  #startWaiting(): void {
    if (this.#ending !== undefined) return;
    for (let state = this.#slots.next(); state !== undefined; state = this.#slots.next()) this.#run(state);
  }

  #run(state: StepState): void {
    state.phase = 'running';
    state.startedAt = this.log.now;
    this.start(state);
  }

  // A list instead of recursion: chains of thousands of steps must not exhaust the stack.
  #skip(first: StepState, firstReason: SkipReason): void {
    const list: { state: StepState; reason: SkipReason }[] = [{ state: first, reason: firstReason }];
    for (let next = list.shift(); next !== undefined; next = list.shift()) {
      const { state, reason } = next;
      if (state.phase !== 'waiting' && state.phase !== 'undecided') continue;
      this.#tellSkipped(state, reason, this.#causesOf(state));
      const after = { code: 'after-skipped', step: state.node.name } as const;
      for (const dependent of this.#dependentsOf(state)) list.push({ state: dependent, reason: after });
    }
  }

  #tellSkipped(state: StepState, reason: SkipReason, causes: readonly number[]): void {
    state.phase = 'skipped';
    state.lastEvent = this.log.append({ type: 'step-skipped', step: state.node.name, reason }, causes);
  }

  #leaveOpen(state: StepState, open: StepState): void {
    const condition = open.node.kind === 'branch' && state.node.branch?.condition === open.node.name;
    state.phase = 'undecided';
    const reason = condition
      ? ({ code: 'condition-undecided', condition: open.node.name } as const)
      : ({ code: 'after-undecided', step: open.node.name } as const);
    state.lastEvent = this.log.append({ type: 'step-undecided', step: state.node.name, reason }, [open.lastEvent]);
    for (const dependent of this.#dependentsOf(state)) this.#countDown(dependent);
  }

  #causesOf(state: StepState): readonly number[] {
    const events = this.#predecessorsOf(state).map((each) => each.lastEvent);
    return events.filter((event) => event > 0).sort((a, b) => a - b);
  }

  #predecessorsOf(state: StepState): readonly StepState[] {
    return state.node.predecessors.flatMap((name) => this.states.get(name) ?? []);
  }

  #dependentsOf(state: StepState): readonly StepState[] {
    return (this.#dependents.get(state.node.name) ?? []).flatMap((name) => this.states.get(name) ?? []);
  }
}

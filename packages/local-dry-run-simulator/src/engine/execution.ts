import type { ExecutionEvent, ExecutionEventBody } from '@millrace/schema';
import type { JobResult } from '../launchers/launcher.js';
import { buildScope, executionArnOf } from './build-scope.js';
import { EventLog, formatInstant } from './event-log.js';
import { EventQueue } from './event-queue.js';
import type { ExecutionSettings } from './execution-settings.js';
import { endingOf } from './judge-execution.js';
import type { RunningStep, StepEnd, Wait } from './running-step.js';
import { Scheduler } from './scheduler.js';
import { STEP_RUNNERS } from './step-runners/step-runners.js';
import type { StepState } from './step-state.js';
import { toExecutionStarted } from './to-execution-started.js';

interface Arrival {
  readonly result: JobResult;
  readonly startedAt: number;
  readonly then: (result: JobResult) => void;
}

/**
 * One execution of a pipeline. Virtual time jumps whenever nothing real is in flight; while real work runs, time
 * stands at what that work has brought, so that a history never depends on the order of unrelated timers.
 */
export class Execution {
  readonly #log: EventLog;
  readonly #queue = new EventQueue();
  readonly #scheduler: Scheduler;
  readonly #arrivals: Arrival[] = [];
  #inFlight = 0;
  #failure: unknown;
  /** Virtual time up to which timers may run while real work is in flight. */
  #horizon: number;
  #wake: () => void = () => undefined;

  constructor(readonly settings: ExecutionSettings) {
    this.#log = new EventLog(settings.startTime);
    this.#horizon = settings.startTime;
    this.#scheduler = new Scheduler(settings, this.#log, (state) => this.#start(state));
  }

  /** Runs to the end; events come as they happen. */
  async *run(): AsyncGenerator<ExecutionEvent, void, undefined> {
    const { signal } = this.settings;
    const onAbort = () => this.#wake();
    signal?.addEventListener('abort', onAbort);
    this.#log.append(toExecutionStarted(this.settings));
    this.#scheduler.begin();
    for (let goOn = true; goOn; ) {
      yield* this.#log.takeUnread();
      if (this.#advance()) continue;
      if (this.#inFlight === 0) goOn = false;
      else await this.#untilSomethingHappens();
    }
    signal?.removeEventListener('abort', onAbort);
    this.#scheduler.explainRest();
    const causes = [...this.#scheduler.states.values()]
      .filter((state) => state.phase === 'ended')
      .map((state) => state.lastEvent);
    this.#log.append(endingOf(this.#scheduler), causes.slice(-1));
    yield* this.#log.takeUnread();
  }

  /** Does the next thing that is due; false when there is none. */
  #advance(): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    this.#noticeStop();
    this.#admitArrivals();
    const time = this.#queue.nextTime;
    if (time === undefined || (this.#inFlight > 0 && time > this.#horizon)) return false;
    const due = this.#queue.take();
    this.#log.advanceTo(time);
    due?.run();
    return true;
  }

  #noticeStop(): void {
    if (!this.settings.signal?.aborted || this.#scheduler.ending === 'stop') return;
    this.#scheduler.stopScheduling('stop');
    this.#log.append({ type: 'stop-requested', by: 'user' });
  }

  #admitArrivals(): void {
    for (const { result, startedAt, then } of this.#arrivals.splice(0)) {
      const time = Math.max(this.#log.now, startedAt + Math.round(result.seconds * 1000));
      this.#horizon = Math.max(this.#horizon, time);
      this.#queue.add(time, () => then(result));
    }
  }

  async #untilSomethingHappens(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#arrivals.length > 0 || this.#failure !== undefined) resolve();
    });
  }

  #start(state: StepState): void {
    const { kind } = state.node;
    STEP_RUNNERS[kind ?? 'container-job'](this.#toRunningStep(state));
  }

  #toRunningStep(state: StepState): RunningStep {
    const { settings } = this;
    const { node } = state;
    const append = (body: ExecutionEventBody) => this.#append(state, body);
    return {
      node,
      settings,
      executionArn: executionArnOf(settings),
      startedAt: state.startedAt,
      now: () => this.#log.now,
      append,
      scope: (jobName) => {
        const origin = { settings, states: this.#scheduler.states, node, now: this.#log.now, append };
        return buildScope(jobName === undefined ? origin : { ...origin, jobName });
      },
      announce: (resolved) => {
        const kind = node.kind === undefined ? {} : { kind: node.kind };
        state.startedEvent = append({
          type: 'step-started',
          step: node.name,
          stepType: node.type,
          ...kind,
          arguments: resolved,
        });
      },
      after: (wait, then) => this.#after(wait, then),
      await: (result, then) => this.#await(result, then),
      stopping: () => this.#scheduler.ending === 'stop',
      end: (end) => this.#end(state, end),
      endBranch: (outcome) => this.#endBranch(state, outcome),
    };
  }

  #append(state: StepState, body: ExecutionEventBody): number {
    state.lastEvent = this.#log.append(body, state.lastEvent === 0 ? [] : [state.lastEvent]);
    return state.lastEvent;
  }

  #after({ seconds, because }: Wait, then: () => void): void {
    const from = this.#log.now;
    const to = from + Math.round(seconds * 1000);
    this.#queue.add(to, () => {
      if (because === 'retry' && to > from)
        this.#log.append({ type: 'time-advanced', from: formatInstant(from), to: formatInstant(to), because });
      then();
    });
  }

  #await(result: Promise<JobResult>, then: (result: JobResult) => void): void {
    const startedAt = this.#log.now;
    this.#inFlight += 1;
    const arrive = (work: () => void) => {
      this.#inFlight -= 1;
      work();
      this.#wake();
    };
    result.then(
      (value) => arrive(() => this.#arrivals.push({ result: value, startedAt, then })),
      (error: unknown) => arrive(() => (this.#failure = error)),
    );
  }

  #end(state: StepState, end: StepEnd): void {
    state.phase = 'ended';
    state.succeeded = end.status === 'Succeeded';
    if (end.properties !== undefined) state.describe = end.properties;
    if (end.job !== undefined) state.job = end.job;
    this.#append(state, {
      type: 'step-ended',
      step: state.node.name,
      started: state.startedEvent,
      status: end.status,
      ...(end.failureReason === undefined ? {} : { failureReason: end.failureReason }),
      ...(end.properties === undefined ? {} : { describe: end.properties.tree }),
    });
    this.#scheduler.ended(state);
  }

  #endBranch(state: StepState, outcome: boolean | 'undecided'): void {
    const step = state.node.name;
    if (outcome === 'undecided') {
      state.phase = 'undecided';
      this.#append(state, { type: 'step-undecided', step, reason: { code: 'condition-undecided', condition: step } });
    } else {
      state.phase = 'ended';
      state.succeeded = true;
      state.describe = { tree: { Outcome: outcome }, complete: true };
      this.#append(state, {
        type: 'step-ended',
        step,
        started: state.startedEvent,
        status: 'Succeeded',
        describe: { Outcome: outcome },
      });
    }
    this.#scheduler.endedBranch(state, outcome);
  }
}

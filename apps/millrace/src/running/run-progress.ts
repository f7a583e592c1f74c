import { explainReason } from '@millrace/local-dry-run-simulator';
import type { ExecutionEvent } from '@millrace/schema';

/** Where a run stands, as far as its events tell: what the live view shows. */
export interface RunProgress {
  readonly pipelineName: string;
  readonly launcher: string;
  /** Virtual seconds since the start. */
  readonly virtualSeconds: number;
  readonly steps: readonly StepProgress[];
}

/** Where a step stands. */
export interface StepProgress {
  readonly name: string;
  readonly phase: StepPhase;
  readonly after: readonly string[];
  readonly attempt?: number;
  /** When it started, on the clock of this machine, in milliseconds. */
  readonly startedAt?: number;
  readonly tookSeconds?: number;
  readonly note?: string;
  /** The last line of its log. */
  readonly lastLine?: string;
}

/** `skipped` certainly does not run; `undecided`: not known. */
export type StepPhase = 'waiting' | 'running' | 'succeeded' | 'failed' | 'stopped' | 'skipped' | 'undecided';

/** What happened, or a line of a log, with the time of this machine's clock in milliseconds. */
export interface Happening {
  readonly event?: ExecutionEvent;
  readonly logLine?: { readonly step: string; readonly line: string };
  readonly now: number;
}

/** Follows a run event by event; the same happenings always give the same progress. */
export class ProgressTracker {
  readonly #steps = new Map<string, StepProgress>();
  #head: Omit<RunProgress, 'steps'> = { pipelineName: '', launcher: '', virtualSeconds: 0 };
  #start = 0;

  get progress(): RunProgress {
    return { ...this.#head, steps: [...this.#steps.values()] };
  }

  take({ event, logLine, now }: Happening): void {
    if (logLine !== undefined) this.#change(logLine.step, { lastLine: logLine.line });
    if (event !== undefined) this.#takeEvent(event, now);
  }

  #takeEvent(event: ExecutionEvent, now: number): void {
    if (event.type === 'execution-started') {
      this.#start = Date.parse(event.at);
      this.#head = { ...this.#head, pipelineName: event.pipelineName, launcher: event.launcher };
      for (const { name, after } of event.steps) this.#steps.set(name, { name, after, phase: 'waiting' });
    }
    this.#head = { ...this.#head, virtualSeconds: (Date.parse(event.at) - this.#start) / 1000 };
    if ('step' in event && event.step !== undefined) this.#change(event.step, changeBy(event, now));
  }

  #change(name: string, change: Partial<StepProgress>): void {
    const step = this.#steps.get(name);
    if (step !== undefined) this.#steps.set(name, { ...step, ...change });
  }
}

function changeBy(event: ExecutionEvent, now: number): Partial<StepProgress> {
  switch (event.type) {
    case 'step-started':
      return { phase: 'running', startedAt: now };
    case 'attempt-started':
      return { attempt: event.attempt };
    case 'attempt-ended':
      return { tookSeconds: event.seconds };
    case 'condition-decided':
      return event.outcome === 'undecided' ? { phase: 'undecided' } : { note: String(event.outcome) };
    case 'metric-recorded':
      return { note: `${event.name} ${event.value}` };
    case 'model-registered':
      return { note: `${event.group} version ${event.version}` };
    case 'step-skipped':
      return { phase: 'skipped', note: explainReason(event.reason) };
    case 'step-undecided':
      return { phase: 'undecided', note: explainReason(event.reason) };
    case 'step-ended':
      return { phase: PHASES[event.status] };
    default:
      return {};
  }
}

const PHASES = { Succeeded: 'succeeded', Failed: 'failed', Stopped: 'stopped' } as const;

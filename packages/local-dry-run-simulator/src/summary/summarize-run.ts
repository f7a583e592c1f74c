import type {
  ConditionDecided,
  EventOfType,
  ExecutionEvent,
  ExecutionStatus,
  PlannedStep,
  StepStatus,
} from '@millrace/schema';
import { explainReason } from './explain-reason.js';

/** What a run came to: the JSON of `millrace dry-run`, without diagnostics. */
export interface RunSummary {
  readonly status: ExecutionStatus;
  /** All steps of the definition, in its order. */
  readonly steps: readonly SummarizedStep[];
  /** The conditions that nothing decided. */
  readonly undecided: readonly UndecidedCondition[];
  readonly registered: readonly RegisteredModel[];
}

/** A step and how it ended. */
export interface SummarizedStep {
  readonly name: string;
  readonly type: string;
  readonly status: StepStatus;
  /** Virtual seconds since the start of the execution; absent for steps that never ran. */
  readonly startSeconds?: number;
  readonly endSeconds?: number;
  readonly failureReason?: string;
  /** Why the step did not run, in words. */
  readonly reason?: string;
}

/** A condition that nothing decided, with what would run on either side. */
export interface UndecidedCondition {
  readonly step: string;
  /** What it reads and nobody knows. */
  readonly reads: readonly string[];
  readonly ifSteps: readonly string[];
  readonly elseSteps: readonly string[];
}

/** A model package that the run registered. */
export interface RegisteredModel {
  readonly step: string;
  readonly modelPackageGroup: string;
  readonly version: number;
  readonly approvalStatus: string;
  readonly modelDataUrl?: string;
}

/** Folds the events of a run into its summary. Without events nothing ran, which is a failure. */
export function summarizeRun(events: readonly ExecutionEvent[]): RunSummary {
  const started = events.find((event) => event.type === 'execution-started');
  const ended = events.find((event) => event.type === 'execution-ended');
  if (started === undefined) return { status: 'Failed', steps: [], undecided: [], registered: [] };
  const start = Date.parse(started.at);
  const steps = new Map(
    started.steps.map((step) => [step.name, { name: step.name, type: step.type, status: 'NotRun' } as SummarizedStep]),
  );
  for (const event of events) fold(steps, event, start);
  return {
    status: ended?.status ?? 'Stopped',
    steps: [...steps.values()],
    undecided: events.filter(isUndecided).map((event) => describeUndecided(event, started.steps)),
    registered: events.filter((event) => event.type === 'model-registered').map(describeModel),
  };
}

type Steps = Map<string, SummarizedStep>;

function fold(steps: Steps, event: ExecutionEvent, start: number): void {
  const step = 'step' in event && event.step !== undefined ? steps.get(event.step) : undefined;
  if (step !== undefined) steps.set(step.name, { ...step, ...changesBy(event, (Date.parse(event.at) - start) / 1000) });
}

function changesBy(event: ExecutionEvent, seconds: number): Partial<SummarizedStep> {
  switch (event.type) {
    case 'step-started':
      return { status: 'Executing', startSeconds: seconds };
    case 'step-ended': {
      const reason = event.failureReason === undefined ? {} : { failureReason: event.failureReason };
      return { status: event.status, endSeconds: seconds, ...reason };
    }
    case 'step-skipped': {
      const skipped = event.reason.code === 'branch-not-taken' || event.reason.code === 'after-skipped';
      return { status: skipped ? 'Skipped' : 'NotRun', reason: explainReason(event.reason) };
    }
    case 'step-undecided':
      return { status: 'Undecided', reason: explainReason(event.reason) };
    default:
      return {};
  }
}

function isUndecided(event: ExecutionEvent): event is EventOfType<'condition-decided'> {
  return event.type === 'condition-decided' && event.outcome === 'undecided';
}

function describeUndecided({ step, operands }: ConditionDecided, planned: readonly PlannedStep[]): UndecidedCondition {
  const reads = operands.filter((operand) => operand.value === undefined).map((operand) => operand.expression);
  return {
    step,
    reads: [...new Set(reads)],
    ifSteps: sideOf(step, 'if', planned),
    elseSteps: sideOf(step, 'else', planned),
  };
}

// The steps of the side, and those elsewhere that come after one of them; what a further condition decides is left out.
function sideOf(condition: string, side: 'if' | 'else', planned: readonly PlannedStep[]): readonly string[] {
  const inside = new Set(
    planned.filter((step) => step.condition === condition && step.side === side).map((step) => step.name),
  );
  for (let size = -1; size !== inside.size; ) {
    size = inside.size;
    for (const step of planned)
      if (step.condition === undefined && step.after.some((name) => inside.has(name))) inside.add(step.name);
  }
  return planned.map((step) => step.name).filter((name) => inside.has(name));
}

function describeModel(event: EventOfType<'model-registered'>): RegisteredModel {
  const { step, group, version, approvalStatus, modelDataUrl } = event;
  return {
    step,
    modelPackageGroup: group,
    version,
    approvalStatus,
    ...(modelDataUrl === undefined ? {} : { modelDataUrl }),
  };
}

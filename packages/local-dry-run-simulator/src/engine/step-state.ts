import type { PlainJsonObject } from '@millrace/schema';
import type { ContainerPlan } from '../container-plans/container-plan.js';
import type { JobResult } from '../launchers/launcher.js';
import type { StepNode } from './step-node.js';

/** Where a step stands. The last three are final. */
export type StepPhase = 'waiting' | 'ready' | 'running' | 'ended' | 'skipped' | 'undecided';

/** Why no further step starts. */
export type EndingCause = 'failure' | 'stop';

/** What an execution knows of a step. Only the engine changes it. */
export interface StepState {
  readonly node: StepNode;
  phase: StepPhase;
  /** Predecessors that have not succeeded yet. */
  waitingFor: number;
  /** Of an ended step. */
  succeeded: boolean;
  /** The latest event about the step; what follows from it is caused by it. */
  lastEvent: number;
  /** `seq` of its step-started. */
  startedEvent: number;
  /** Virtual time of its start. */
  startedAt: number;
  /** What `Steps.<name>.…` reads, once the step has ended. */
  describe?: StepProperties;
  /** The job of an ended container job, for its property files. */
  job?: EndedContainerJob;
}

/** What `Steps.<name>.…` reads. */
export interface StepProperties {
  readonly tree: PlainJsonObject;
  /** False where Millrace does not model the step type: what is not in the tree is unknown rather than absent. */
  readonly complete: boolean;
}

/** The plan and the result of a job. */
export interface EndedContainerJob {
  readonly plan: ContainerPlan | undefined;
  readonly result: JobResult;
}

/** The state of a step at the beginning of an execution. */
export function newStepState(node: StepNode): StepState {
  const counters = { lastEvent: 0, startedEvent: 0, startedAt: 0 };
  return { node, phase: 'waiting', waitingFor: node.predecessors.length, succeeded: false, ...counters };
}

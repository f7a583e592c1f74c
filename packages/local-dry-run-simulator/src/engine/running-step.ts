import type { ExecutionEventBody, PlainJson } from '@millrace/schema';
import type { Scope } from '../evaluation/scope.js';
import type { JobResult } from '../launchers/launcher.js';
import type { ExecutionSettings } from './execution-settings.js';
import type { StepNode } from './step-node.js';
import type { EndedContainerJob, StepProperties } from './step-state.js';

/** A started step, as the code that runs steps of its kind sees it. */
export interface RunningStep {
  readonly node: StepNode;
  readonly settings: ExecutionSettings;
  readonly executionArn: string;
  /** Virtual time, milliseconds since 1970. */
  readonly now: () => number;
  /** Virtual time of the step's start. */
  readonly startedAt: number;
  /** What the step's expressions see; `jobName` once the step has a job. */
  readonly scope: (jobName?: string) => Scope;
  /** Tells of the start, with resolved arguments. */
  readonly announce: (resolved: PlainJson) => void;
  /** Appends an event about the step, caused by the latest one. */
  readonly append: (body: ExecutionEventBody) => number;
  /** Goes on after virtual time. */
  readonly after: (wait: Wait, then: () => void) => void;
  /** Goes on when real work has brought its result. */
  readonly await: (result: Promise<JobResult>, then: (result: JobResult) => void) => void;
  /** True after a request to stop. */
  readonly stopping: () => boolean;
  readonly end: (end: StepEnd) => void;
  /** Ends a condition: one side runs, or nobody knows which. */
  readonly endBranch: (outcome: boolean | 'undecided') => void;
}

/** A stretch of virtual time. */
export interface Wait {
  readonly seconds: number;
  readonly because: 'retry' | 'scripted-work';
}

/** How a step ends. */
export interface StepEnd {
  readonly status: 'Succeeded' | 'Failed' | 'Stopped';
  readonly failureReason?: string;
  readonly properties?: StepProperties;
  readonly job?: EndedContainerJob;
}

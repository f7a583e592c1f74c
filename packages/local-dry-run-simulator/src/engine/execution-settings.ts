import type { ExecutionKind, PlainJson, StartedParameter } from '@millrace/schema';
import type { Launcher } from '../launchers/launcher.js';
import type { ObjectStore } from '../object-store/object-store.js';
import type { ModelRegistry } from '../records/model-registry.js';
import type { StepNode } from './step-node.js';

/** All that an execution depends on; everything is checked. */
export interface ExecutionSettings {
  readonly pipelineName: string;
  readonly executionId: string;
  readonly definitionDigest: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly nodes: ReadonlyMap<string, StepNode>;
  readonly parameters: readonly StartedParameter[];
  /** Declared types by parameter name. */
  readonly parameterTypes: ReadonlyMap<string, string>;
  /** `PipelineExperimentConfig`, or undefined. */
  readonly experiment: PlainJson | undefined;
  readonly launcher: Launcher;
  readonly objects: ObjectStore;
  readonly registry: ModelRegistry;
  readonly assumptions: Assumptions;
  /** Seconds that a step takes when nothing else is known. */
  readonly durations: Readonly<Record<ExecutionKind, number>>;
  readonly afterFailure: 'stop-scheduling' | 'run-independent';
  readonly maxParallelSteps?: number;
  /** What a missing object means: nothing is known of it (no user code runs), or it is not there. */
  readonly missingObjects: 'unknown' | 'missing';
  /** Start of virtual time, milliseconds since 1970. */
  readonly startTime: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/** Outcomes that the person who starts the run assumes. */
export interface Assumptions {
  /** For every condition that nothing decides. */
  readonly undecided?: boolean;
  /** By condition; these win over what the operands say. */
  readonly byCondition: ReadonlyMap<string, boolean>;
}

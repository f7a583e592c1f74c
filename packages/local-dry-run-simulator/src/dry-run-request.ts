import type { ExecutionEvent, PlainJson, Scenario, SourceDocument } from '@millrace/schema';
import type { DataMapping } from './object-store/mapped-objects.js';
import type { Assumption } from './scenario/assumption.js';

/** What to run, and how. */
export interface DryRunRequest {
  /** A bound definition: plain SageMaker JSON, whoever wrote it. */
  readonly definition: PlainJson;
  readonly pipelineName: string;
  /** `scripted` runs no user code; `process` runs scripts on this machine. */
  readonly launcher: 'scripted' | 'process';
  /** Absolute path of `.millrace`. */
  readonly stateDirectory: string;
  /** Start values as text, as `-p NAME=VALUE` gives them. They win over the scenario's. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly scenario?: Scenario;
  /** The file of the scenario: diagnostics about it have their line, and its relative paths begin in its folder. */
  readonly scenarioDocument?: SourceDocument;
  /** They win over the scenario's. */
  readonly assumptions?: readonly Assumption[];
  /** Files that stand for objects; the first mapping that has an object wins. */
  readonly data?: readonly DataMapping[];
  /** The model's own `data/` folder; looked at after everything else. */
  readonly dataFolder?: DataMapping;
  /** As the definition was bound; `000000000000` when absent. */
  readonly account?: string;
  /** As the definition was bound; `us-east-1` when absent. */
  readonly region?: string;
  /** As the definition was bound; `aws` when absent. */
  readonly partition?: string;
  /** MaxParallelExecutionSteps; any number when absent. */
  readonly maxParallelSteps?: number;
  /** Where Python environments are kept; a cache folder of the user when absent. */
  readonly environmentsDirectory?: string;
}

/** Who listens to a run. */
export interface DryRunListener {
  /** Every event, in order, as it happens. */
  readonly onEvent?: (event: ExecutionEvent) => void;
  /** What a running step does now: its last log line, or that its requirements are being installed. */
  readonly onProgress?: (step: string, line: string) => void;
  /** Aborting stops the run as StopPipelineExecution does. */
  readonly signal?: AbortSignal;
}

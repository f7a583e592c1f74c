import type { PlainJson, PlainJsonObject } from '../source/json.js';
import type { ExecutionKind } from '../step-types/step-type-facts.js';
import type { AttemptOutcome, ExecutionStatus } from './execution-status.js';
import type { SkipReason, UndecidedReason } from './step-reason.js';

/** The version of the event vocabulary; a reader refuses a newer one. */
export const EXECUTION_EVENT_VERSION = 1;

/**
 * The vocabulary of every run, scripted, local or on SageMaker. Timeline, summary, status, registered
 * models, cost and reports are pure functions of a list of these.
 */
export type ExecutionEvent = ExecutionEventEnvelope & ExecutionEventBody;

/** What every event carries. */
export interface ExecutionEventEnvelope {
  readonly v: typeof EXECUTION_EVENT_VERSION;
  /** From 1, without gaps. */
  readonly seq: number;
  /** Virtual time, ISO 8601 in UTC with milliseconds. Never decreases along `seq`. */
  readonly at: string;
  /** The earlier events that made this one happen. */
  readonly cause: readonly number[];
  /** A reader that does not know the type may skip the event. */
  readonly ignorable?: true;
}

/** The types of events, with their fields. */
export type ExecutionEventBody =
  | ExecutionStarted
  | StepReady
  | StepWaiting
  | StepStarted
  | AttemptStarted
  | MetricRecorded
  | AttemptEnded
  | RetryDecided
  | TimeAdvanced
  | ArtifactRead
  | ArtifactWritten
  | PropertyFileRead
  | ConditionDecided
  | StepSkipped
  | StepUndecided
  | ModelRegistered
  | StepEnded
  | StopRequested
  | WarningRaised
  | ExecutionEnded;

/** The name of an event type. */
export type ExecutionEventType = ExecutionEventBody['type'];

/** The body of one event type: `EventOfType<'step-ended'>`. */
export type EventOfType<T extends ExecutionEventType> = ExecutionEventEnvelope &
  Extract<ExecutionEventBody, { readonly type: T }>;

/** Always the first event. On SageMaker: StartPipelineExecution. */
export interface ExecutionStarted {
  readonly type: 'execution-started';
  readonly executionArn: string;
  readonly executionId: string;
  readonly pipelineName: string;
  /** SHA-256 of the definition, hexadecimal. */
  readonly definitionDigest: string;
  readonly parameters: readonly StartedParameter[];
  readonly launcher: string;
  readonly seed: number;
  /** The choices where AWS documents nothing, by name. */
  readonly options: Readonly<Record<string, string | number>>;
  /** The steps of the definition in its order, those of branches included. */
  readonly steps: readonly PlannedStep[];
}

/** A parameter's value in an execution. */
export interface StartedParameter {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly source: 'given' | 'default';
}

/** A step that the definition has, whether it will run or not. */
export interface PlannedStep {
  readonly name: string;
  readonly type: string;
  readonly displayName?: string;
  /** The condition that decides about it, for a step in a branch. */
  readonly condition?: string;
  readonly side?: 'if' | 'else';
  /** The steps before it, whatever the reason of the edge. */
  readonly after: readonly string[];
}

/** All steps before it have succeeded. */
export interface StepReady {
  readonly type: 'step-ready';
  readonly step: string;
}

/** A ready step cannot start yet. */
export interface StepWaiting {
  readonly type: 'step-waiting';
  readonly step: string;
  /** `cap`: MaxParallelExecutionSteps; `local-cores`: this machine has no core to spare. */
  readonly for: 'cap' | 'local-cores';
}

/** On SageMaker: StepStatus Starting. */
export interface StepStarted {
  readonly type: 'step-started';
  readonly step: string;
  readonly stepType: string;
  /** Absent for a type whose behaviour Millrace does not model. */
  readonly kind?: ExecutionKind;
  /** The step's arguments with every expression replaced by its value. */
  readonly arguments: PlainJson;
}

/** A job is created. On SageMaker: StepStatus Executing, Metadata. */
export interface AttemptStarted {
  readonly type: 'attempt-started';
  readonly step: string;
  /** From 1. */
  readonly attempt: number;
  readonly jobName: string;
  readonly jobArn: string;
  readonly launcher: string;
}

/** A metric found in a job's log by a metric definition, or given by a scenario. */
export interface MetricRecorded {
  readonly type: 'metric-recorded';
  readonly step: string;
  readonly attempt: number;
  readonly name: string;
  readonly value: number;
  /** Position among the values of this metric, from 0; the last one is the final value. */
  readonly index: number;
}

/** A job ended. */
export interface AttemptEnded {
  readonly type: 'attempt-ended';
  readonly step: string;
  readonly attempt: number;
  /** `seq` of its attempt-started. */
  readonly started: number;
  readonly outcome: AttemptOutcome;
  /** A retryable fault of the service: `SageMaker.CAPACITY_ERROR`, …; absent for failures of user code. */
  readonly exceptionType?: string;
  readonly exitCode?: number;
  readonly reason?: string;
  readonly seconds: number;
  readonly log?: LogFile;
}

/** The log of an attempt. */
export interface LogFile {
  /** Below the run's folder, `/`-separated. */
  readonly path: string;
  readonly bytes: number;
}

/** Whether a failed attempt is tried again. */
export interface RetryDecided {
  readonly type: 'retry-decided';
  readonly step: string;
  /** The failed attempt. */
  readonly attempt: number;
  readonly decision:
    | {
        readonly retry: true;
        readonly nextAttempt: number;
        readonly waitSeconds: number;
        readonly policy: number | 'service';
      }
    | { readonly retry: false; readonly because: 'no-policy' | 'not-retryable' | 'attempts-used' | 'expired' };
}

/** Virtual time jumped over a wait in which nothing happened. */
export interface TimeAdvanced {
  readonly type: 'time-advanced';
  readonly from: string;
  readonly to: string;
  readonly because: 'retry' | 'scripted-work';
}

/** A job's input was taken from S3. */
export interface ArtifactRead {
  readonly type: 'artifact-read';
  readonly step: string;
  readonly name: string;
  readonly uri: string;
  readonly files: number;
  readonly bytes: number;
}

/** A job's output was put to S3. */
export interface ArtifactWritten {
  readonly type: 'artifact-written';
  readonly step: string;
  readonly name: string;
  readonly uri: string;
  readonly files: number;
  readonly bytes: number;
}

/** A JSON file was read for `Std:JsonGet`. */
export interface PropertyFileRead {
  readonly type: 'property-file-read';
  /** The step that reads. */
  readonly step: string;
  /** The step that wrote it, and the property file's name; absent for a `JsonGet` of an S3 URI. */
  readonly from?: string;
  readonly propertyFile?: string;
  readonly uri: string;
  readonly path: string;
  readonly value?: PlainJson;
  readonly problem?: PropertyFileProblem;
}

/** Why a property file gave no value. `unknown`: no user code ran, and no scenario says what it would have written. */
export type PropertyFileProblem = 'missing' | 'too-large' | 'not-json' | 'no-such-path' | 'unknown';

/** A condition was evaluated. On SageMaker: Metadata.Condition.Outcome. */
export interface ConditionDecided {
  readonly type: 'condition-decided';
  readonly step: string;
  readonly outcome: boolean | 'undecided';
  readonly operands: readonly ConditionOperand[];
  /** The outcome is an assumption of the person who started the run. */
  readonly assumed?: true;
  /** The steps of the side that runs; of both sides when undecided. */
  readonly takes: readonly string[];
  /** The steps of the side that does not run. */
  readonly leaves: readonly string[];
}

/** One side of a comparison. */
export interface ConditionOperand {
  /** `EvaluateModel.EvaluationReport: metrics.auc`, `Parameters.MinAuc`, `0.8`. */
  readonly expression: string;
  readonly from: 'literal' | 'parameter' | 'execution' | 'property' | 'property-file' | 'join';
  /** Absent when unknown. */
  readonly value?: PlainJson;
  /** `LessThan`, …: the comparison it stands in, and on which side. */
  readonly comparison: string;
  readonly position: 'left' | 'right' | 'member';
}

/** A step certainly does not run. */
export interface StepSkipped {
  readonly type: 'step-skipped';
  readonly step: string;
  readonly reason: SkipReason;
}

/** It cannot be known whether the step would run. */
export interface StepUndecided {
  readonly type: 'step-undecided';
  readonly step: string;
  readonly reason: UndecidedReason;
}

/** A model package version was created. On SageMaker: Metadata.RegisterModel. */
export interface ModelRegistered {
  readonly type: 'model-registered';
  readonly step: string;
  readonly group: string;
  readonly version: number;
  readonly arn: string;
  readonly approvalStatus: string;
  readonly modelDataUrl?: string;
}

/** A step reached its end. On SageMaker: StepStatus, EndTime, FailureReason. */
export interface StepEnded {
  readonly type: 'step-ended';
  readonly step: string;
  /** `seq` of its step-started. */
  readonly started: number;
  readonly status: 'Succeeded' | 'Failed' | 'Stopped';
  readonly failureReason?: string;
  /** What `Steps.<name>.…` can read: the response of the job's `Describe*` operation. */
  readonly describe?: PlainJsonObject;
}

/** The run shall stop. On SageMaker: Stopping. */
export interface StopRequested {
  readonly type: 'stop-requested';
  readonly by: 'user' | 'scenario' | 'service';
}

/** Something the reader of a run should know: what was assumed, not honoured or made up. */
export interface WarningRaised {
  readonly type: 'warning-raised';
  readonly step?: string;
  readonly code: string;
  readonly severity: 'warning' | 'info';
  readonly message: string;
  readonly help?: string;
}

/** Always the last event. */
export interface ExecutionEnded {
  readonly type: 'execution-ended';
  readonly status: ExecutionStatus;
  readonly failureReason?: string;
  /** The steps that failed by themselves. */
  readonly rootCauses: readonly string[];
  /** The conditions that nothing decided. */
  readonly undecided: readonly string[];
}

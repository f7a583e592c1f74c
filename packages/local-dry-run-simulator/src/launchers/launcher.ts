import type { AttemptOutcome, DefinitionPropertyFile, LogFile, PlainJsonObject } from '@millrace/schema';
import type { ContainerPlan } from '../container-plans/container-plan.js';
import type { ObjectStore } from '../object-store/object-store.js';

/** What starts jobs. The engine knows nothing else about how user code runs, or whether it does. */
export interface Launcher {
  /** Shown in events: `scripted`, `process`. */
  readonly name: string;
  /** How many jobs may run at once; undefined for any number. */
  readonly maxConcurrentJobs?: number;
  /** Starts a job. */
  readonly launch: (job: JobRequest) => LaunchedJob;
}

/** A job that the engine wants done. */
export interface JobRequest {
  readonly step: string;
  /** SageMaker's name of the step's type, for messages. */
  readonly stepType: string;
  /** From 1. */
  readonly attempt: number;
  readonly jobName: string;
  /** The step's arguments with every expression replaced; may hold unknown values. */
  readonly arguments: PlainJsonObject;
  /** What SageMaker's container contract comes to for this step; absent for types that Millrace does not model. */
  readonly plan?: ContainerPlan;
  readonly propertyFiles: readonly DefinitionPropertyFile[];
  /** Where inputs are read and outputs are written. */
  readonly objects: ObjectStore;
  /** Seconds that such a job takes when nothing else is known. */
  readonly usualSeconds: number;
  /** Seconds after which SageMaker ends it, where no plan says so. */
  readonly longestSeconds?: number;
  /** Why no machine of the author can do it: `it calls a function of AWS`. Absent for what a launcher may try. */
  readonly outside?: string;
}

/** A job on its way: with a result that is known already and takes virtual time, or one that real work will bring. */
export type LaunchedJob =
  | { readonly work: 'scripted'; readonly result: JobResult }
  | { readonly work: 'real'; readonly result: Promise<JobResult> };

/** How a job ended. */
export interface JobResult {
  readonly outcome: AttemptOutcome;
  /** How long it took; virtual for scripted work, measured for real work. */
  readonly seconds: number;
  /** A fault of the service that retry policies may name. */
  readonly exceptionType?: string;
  readonly exitCode?: number;
  readonly reason?: string;
  /** Metric values in the order in which they appeared. */
  readonly metrics: readonly Metric[];
  readonly read: readonly Transfer[];
  readonly written: readonly Transfer[];
  /** What is known of the job's outputs and metrics: all, when user code ran; otherwise the URIs that a scenario speaks of. */
  readonly outputsKnown: 'all' | ReadonlySet<string>;
  /** Members of the Describe* response that differ from what follows out of the arguments. */
  readonly describe?: PlainJsonObject;
  /** What the container wrote to /opt/ml/output/message. */
  readonly exitMessage?: string;
  readonly log?: LogFile;
  readonly remarks?: readonly Remark[];
}

/** A metric value. */
export interface Metric {
  readonly name: string;
  readonly value: number;
}

/** An input taken from S3 or an output put there. */
export interface Transfer {
  readonly name: string;
  readonly uri: string;
  readonly files: number;
  readonly bytes: number;
}

/** Something a reader of the run should know: what was assumed or not honoured. */
export interface Remark {
  readonly code: string;
  readonly severity: 'warning' | 'info';
  readonly message: string;
  readonly help?: string;
}

import type { PlainJsonObject } from '@millrace/schema';
import type { JobResult } from '../launchers/launcher.js';
import type { ContainerPlan } from './container-plan.js';

/** What the engine must know of one type of container job. */
export interface ContainerPlanner {
  /** The resource in the job's ARN: `processing-job`. */
  readonly resource: string;
  /** Most characters of a job's name, where the request allows fewer than 63. */
  readonly longestName?: number;
  /** Reads the container contract out of resolved arguments. */
  readonly plan: (job: PlannedJob) => ContainerPlan;
  /** The `Describe*` response of an ended job: arguments, plus what only an ended job has. */
  readonly describe: (job: PlannedJob, ended: EndedJob) => PlainJsonObject;
}

/** A job as its planner sees it. */
export interface PlannedJob {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  /** Resolved; may hold unknown values. */
  readonly arguments: PlainJsonObject;
  /** The members that its type has beside `Arguments`, resolved: `SkipCheck` of a check. */
  readonly siblings: PlainJsonObject;
}

/** How and when a job ended. */
export interface EndedJob {
  readonly result: JobResult;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
}

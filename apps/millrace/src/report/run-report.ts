import type { ExecutionEvent, StepStatus } from '@millrace/schema';
import type { Colours } from '../terminal/terminal.js';

/** The summary of a run, as the simulator makes it from the events. */
export interface ReportedRun {
  readonly status: 'Succeeded' | 'Failed' | 'Stopped' | 'Undecided';
  readonly steps: readonly ReportedStep[];
  readonly undecided: readonly ReportedUndecided[];
  readonly registered: readonly ReportedModel[];
}

/** A step of a finished run; seconds of virtual time since the start, absent for what never started. */
export interface ReportedStep {
  readonly name: string;
  readonly type: string;
  readonly status: StepStatus;
  readonly startSeconds?: number;
  readonly endSeconds?: number;
  readonly failureReason?: string;
  readonly reason?: string;
}

/** A condition that nothing decided. */
export interface ReportedUndecided {
  readonly step: string;
  readonly reads: readonly string[];
  readonly ifSteps: readonly string[];
  readonly elseSteps: readonly string[];
}

/** A model package version that the run created. */
export interface ReportedModel {
  readonly step: string;
  readonly modelPackageGroup: string;
  readonly version: number;
  readonly approvalStatus: string;
  readonly modelDataUrl?: string;
}

/** All that the report of a run shows. */
export interface RunReport {
  readonly file: string;
  readonly run: ReportedRun;
  readonly events: readonly ExecutionEvent[];
  /** Wall time, in seconds. */
  readonly tookSeconds: number;
  readonly files: RunFiles;
  readonly colours: Colours;
}

/** Where things of a run are on this disk. */
export interface RunFiles {
  readonly runDirectory: string | undefined;
  /** The file of an S3 object, as a path to show; undefined where there is none. */
  find(uri: string): string | undefined;
  /** The last lines of an attempt's log, by its path below the run's folder. */
  tail(log: string): readonly string[];
}

import type { RunSummary } from '@millrace/local-dry-run-simulator';
import type { ExecutionEvent } from '@millrace/schema';
import type { Colours } from '../terminal/terminal.js';

/** All that the report of a run shows. */
export interface RunReport {
  readonly file: string;
  readonly run: RunSummary;
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

import type { ExecutionKind } from '@millrace/schema';
import type { RunningStep } from '../running-step.js';
import { runBranch } from './run-branch.js';
import { runContainerJob } from './run-container-job.js';
import { runRecord } from './run-record.js';
import { runStop } from './run-stop.js';

/** How steps run, by execution kind. What calls or waits needs a scenario to say what comes back. */
export const STEP_RUNNERS: { readonly [K in ExecutionKind]: (step: RunningStep) => void } = {
  'container-job': runContainerJob,
  'function-call': runContainerJob,
  'outside-wait': runContainerJob,
  record: runRecord,
  branch: runBranch,
  stop: runStop,
};

import type { ExecutionKind } from '@millrace/schema';
import type { RunningStep } from '../running-step.js';
import { runBranch } from './run-branch.js';
import { type CallKind, runCall } from './run-call.js';
import { runContainerJob } from './run-container-job.js';
import { runRecord } from './run-record.js';
import { runStop } from './run-stop.js';

/** A function of a Lambda step has ten minutes at most (facts/sagemaker-pipelines, section 2.2). */
const FUNCTION: CallKind = { outside: 'it calls a function of AWS', longestSeconds: 600 };

/** Nothing ends a wait but the longest execution, of 28 days. */
const ANSWER: CallKind = { outside: 'it waits for an answer from outside', longestSeconds: 2_419_200 };

/** How steps run, by execution kind. What calls or waits needs a scenario to say what comes back. */
export const STEP_RUNNERS: { readonly [K in ExecutionKind]: (step: RunningStep) => void } = {
  'container-job': runContainerJob,
  'function-call': (step) => runCall(step, FUNCTION),
  'outside-wait': (step) => runCall(step, ANSWER),
  record: runRecord,
  branch: runBranch,
  stop: runStop,
};

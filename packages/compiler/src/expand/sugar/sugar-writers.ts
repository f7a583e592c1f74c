import type { SugarType } from '@millrace/schema';
import { writeMonitorBatchTransform } from './monitor-batch-transform.js';
import { writeNotebookJob } from './notebook-job.js';
import type { SugarWriter } from './sugar-step.js';

/** The behavioural half of every type that only authors know; a type without an entry does not compile. */
export const sugarWriters: { readonly [T in SugarType]: SugarWriter } = {
  NotebookJob: writeNotebookJob,
  MonitorBatchTransform: writeMonitorBatchTransform,
};

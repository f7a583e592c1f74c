import { monitorBatchTransform } from './monitor-batch-transform.js';
import { notebookJob } from './notebook-job.js';

/** *The* list of types that only authors know. */
export const sugarTypeDeclarations = {
  NotebookJob: notebookJob,
  MonitorBatchTransform: monitorBatchTransform,
} as const;

/** A type that only authors know. */
export type SugarType = keyof typeof sugarTypeDeclarations;

/** The types that only authors know. */
// Object.keys is typed string[]; the constant above has exactly these keys.
export const SUGAR_TYPES = Object.keys(sugarTypeDeclarations) as readonly SugarType[];

/** True for a type that only authors know. */
export function isSugarType(type: string): type is SugarType {
  return Object.hasOwn(sugarTypeDeclarations, type);
}

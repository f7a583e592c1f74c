import { Aws } from 'aws-cdk-lib';
import type { Retrier, TaskState } from './states-language.js';

/**
 * Calls that fail are tried again for about two minutes: throttling, and what has not spread yet. What AWS refuses it
 * refuses again; the execution then ends with AWS's own words.
 */
const AGAIN: Retrier = {
  ErrorEquals: ['States.TaskFailed'],
  IntervalSeconds: 4,
  MaxAttempts: 5,
  BackoffRate: 2,
  JitterStrategy: 'FULL',
};

/** What a call needs besides its name. */
export type Call = Omit<TaskState, 'Type' | 'Resource' | 'Retry'>;

/** A call through the AWS SDK, as `sagemaker:createModel`; tried again where it fails. */
export function callAws(action: string, call: Call): TaskState {
  return { Type: 'Task', Resource: integration(`aws-sdk:${action}`), Retry: [AGAIN], ...call };
}

/** The resource of a task. */
export function integration(name: string): string {
  return `arn:${Aws.PARTITION}:states:::${name}`;
}

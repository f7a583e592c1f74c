/** Names of the jobs that a step itself starts; without meaning in steps of other types. */
export const JOB_NAME_VARIABLES = ['TrainingJobName', 'ProcessingJobName'] as const;

/** What `Execution.X` may name. Source: SDK v2.257.6 `workflow/execution_variables.py`. */
export const EXECUTION_VARIABLES = [
  'StartDateTime',
  'CurrentDateTime',
  'PipelineName',
  'PipelineArn',
  'PipelineExecutionId',
  'PipelineExecutionArn',
  ...JOB_NAME_VARIABLES,
] as const;

/** A name after `Execution.`. */
export type ExecutionVariable = (typeof EXECUTION_VARIABLES)[number];

/** How a step of an execution ended, or where it stands. The first five are SageMaker's `StepStatus`. */
export type StepStatus =
  | 'Starting'
  | 'Executing'
  | 'Succeeded'
  | 'Failed'
  | 'Stopped'
  /** Never ran: its branch was not taken, or it comes after such a step. SageMaker does not list these. */
  | 'Skipped'
  /** Never ran: a step before it failed, or the execution was ending. SageMaker does not list these. */
  | 'NotRun'
  /** Not known whether it would run: a condition before it is undecided. Only local runs know this. */
  | 'Undecided';

/** How an execution ended. `Undecided`: nothing failed, and a condition could not be decided. */
export type ExecutionStatus = 'Succeeded' | 'Failed' | 'Stopped' | 'Undecided';

/** How an attempt of a job ended. `lost`: the machine that ran it went away. */
export type AttemptOutcome = 'succeeded' | 'failed' | 'stopped' | 'timed-out' | 'lost';

/**
 * Quotas of SageMaker Pipelines (facts/sagemaker-pipelines, section 1.3; AWS's quotas page, since
 * moved to Service Quotas). They can be raised for an account, so every check takes them as an option.
 */
export interface PipelineLimits {
  /** Steps of a pipeline, those in branches included. */
  readonly steps: number;
  readonly parameters: number;
  /** Entries of `Conditions`, and of one `Or`. */
  readonly conditions: number;
  /** Steps in one branch of a condition. */
  readonly branchSteps: number;
  /** Property files of a pipeline. */
  readonly propertyFiles: number;
  /** Uses of `Std:JsonGet` in a pipeline. */
  readonly jsonGets: number;
}

/** The limits of an account for which nothing was raised. */
export const DEFAULT_PIPELINE_LIMITS: PipelineLimits = {
  steps: 50,
  parameters: 200,
  conditions: 200,
  branchSteps: 20,
  propertyFiles: 10,
  jsonGets: 200,
};

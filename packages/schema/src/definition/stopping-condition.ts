/** Seconds of a day, in which limits of jobs are told to people. */
export const SECONDS_OF_DAY = 86_400;

/** `MaxRuntimeInSeconds` of a training or processing job where none is given: a day (`StoppingCondition` in the API reference). */
export const DEFAULT_RUNTIME_SECONDS = SECONDS_OF_DAY;

/** The longest that a training job may run, waiting for spot instances included: 28 days (`StoppingCondition` in the API reference). */
export const LONGEST_WAIT_SECONDS = 28 * SECONDS_OF_DAY;

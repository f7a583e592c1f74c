/** Digits of the suffix. */
export const UNIQUE_SUFFIX_LENGTH = 24;

/**
 * JSONata for 24 hexadecimal digits that no other attempt has: of the execution, and of the moment at which the state was
 * entered, so that a redriven state does not meet the names of its first attempt. Names of SageMaker have at most 63
 * characters, ids of executions have more.
 */
export const UNIQUE_SUFFIX =
  '$substring($hash($states.context.Execution.Id & $states.context.State.EnteredTime, "SHA-256"), ' +
  `0, ${UNIQUE_SUFFIX_LENGTH})`;

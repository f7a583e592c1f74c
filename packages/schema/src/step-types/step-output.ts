import type { PropertyPath } from '../definition/reference.js';

/** What the name of an output stands for: a property of the step, or text joined from some. */
export type StepOutput = PropertyPath | JoinedOutput;

/** Text that SageMaker joins (`Std:Join`): literal parts, and properties of the step. */
export interface JoinedOutput {
  /** The separator. */
  readonly on: string;
  readonly parts: readonly (string | PropertyPath)[];
}

/** True for an output that is joined from several parts. */
export function isJoinedOutput(output: StepOutput): output is JoinedOutput {
  return 'parts' in output;
}

/** The properties behind an output. */
export function propertiesOf(output: StepOutput): readonly PropertyPath[] {
  return isJoinedOutput(output) ? output.parts.filter((part) => typeof part !== 'string') : [output];
}

import type { PlainJson, PlainJsonObject } from '@millrace/schema';
import type { Evaluated } from './evaluated.js';

/** What expressions of a step can see. */
export interface Scope {
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** By name: `PipelineExecutionId`, `StartDateTime`, …; `TrainingJobName` only inside a step that has a job. */
  readonly execution: Readonly<Record<string, string>>;
  /** `ExperimentName` and `TrialName`, as far as the definition gives them. */
  readonly experiment: Readonly<Record<string, PlainJson>>;
  /** What a step that has ended offers to references, or undefined. */
  readonly describe: (step: string) => ReadableStep | undefined;
  /** Reads a value out of a property file of a step. */
  readonly readPropertyFile: (request: PropertyFileRequest) => Evaluated;
  /** Reads a value out of a JSON object of S3. */
  readonly readObject: (uri: string, path: string) => Evaluated;
}

/** The `Describe*` response of a step. */
export interface ReadableStep {
  readonly tree: PlainJsonObject;
  /** False where Millrace does not model the step type: what is not in the tree is unknown rather than absent. */
  readonly complete: boolean;
}

/** A parameter of the execution. */
export interface ParameterValue {
  readonly value: string | number | boolean;
  readonly type: string;
}

/** What a `Std:JsonGet` of a property file asks for. */
export interface PropertyFileRequest {
  readonly step: string;
  readonly file: string;
  readonly path: string;
}

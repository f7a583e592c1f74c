import type { PassedRole, StepPermission } from './step-permission.js';

/** How a step runs; six kinds serve all types. */
export type ExecutionKind =
  /** Starts containers and waits for them: Processing, Training, Transform, … */
  | 'container-job'
  /** Calls a function and takes its return value: Lambda. */
  | 'function-call'
  /** Waits for an answer from outside: Callback, human review. */
  | 'outside-wait'
  /** Writes an entry of SageMaker: Model, RegisterModel, EndpointConfig, … */
  | 'record'
  /** Chooses a side: Condition. */
  | 'branch'
  /** Ends the execution: Fail. */
  | 'stop';

/** Exception types of retry policies of steps that start jobs of SageMaker (facts/sagemaker-pipelines, section 4.9). */
export const JOB_EXCEPTION_TYPES = [
  'Step.SERVICE_FAULT',
  'Step.THROTTLING',
  'SageMaker.JOB_INTERNAL_ERROR',
  'SageMaker.CAPACITY_ERROR',
  'SageMaker.RESOURCE_LIMIT',
] as const;

/** Exception types of retry policies; the last one is in the published schema only, for steps on EMR. */
export const RETRY_EXCEPTION_TYPES = [...JOB_EXCEPTION_TYPES, 'Emr.RESOURCE_LIMIT'] as const;

/** An exception type of a retry policy. */
export type RetryExceptionType = (typeof RETRY_EXCEPTION_TYPES)[number];

/** Settings that an author gives beside the body of a step. */
export const STEP_SETTINGS = ['environment', 'network', 'roleArn', 'kmsKeyArn', 'tags'] as const;

/** A setting that an author gives beside the body of a step. */
export type StepSetting = (typeof STEP_SETTINGS)[number];

/** How the steps of a type are retried. */
export interface RetryFacts {
  /** The exceptions that a policy may name. */
  readonly exceptions: readonly RetryExceptionType[];
  /** Those of them that are never retried all the same (developer guide, rule R66). */
  readonly withoutEffect?: readonly RetryExceptionType[];
}

/** What is true of every step of a type. Shared code asks these; it never compares a type's name. */
export interface StepTypeFacts {
  readonly execution: ExecutionKind;
  /** The attributes of `Arguments` that SageMaker compares for a cache hit; false where a step is never cached. */
  readonly cache: false | { readonly attributes: readonly string[] };
  /** The exceptions that a retry policy may name; false where the type takes no policies. */
  readonly retry: false | RetryFacts;
  /** Whether the type can declare property files beside its arguments. */
  readonly propertyFiles: boolean;
  /** False where nothing may depend on such a step or read from it (Fail). */
  readonly dependable: boolean;
  /** The execution variable that only makes sense inside this type's arguments. */
  readonly jobNameVariable?: 'TrainingJobName' | 'ProcessingJobName';
  /** Settings of the envelope that the type takes, besides cache and retry. */
  readonly settings: readonly StepSetting[];
  /** What the pipeline's role needs to run such a step. */
  readonly permissions: readonly StepPermission[];
  /** The roles that such a step hands on. */
  readonly passedRoles: readonly PassedRole[];
  /** The member that names the model whose role does the work of such a step. */
  readonly runsWithRoleOf?: string;
  /** What the step is billed by; `other-service`: by the service that does the work; `none` costs nothing by itself. */
  readonly billing: 'instance-seconds' | 'other-service' | 'none';
}

/**
 * The part of the Amazon States Language that our state machines are written in, with JSONata as its query language: a
 * string that is `{% … %}` as a whole is an expression, every other string is itself.
 * Source: Step Functions developer guide, "Using Amazon States Language" and "Transforming data with JSONata".
 */
export interface StatesDefinition {
  readonly Comment: string;
  readonly QueryLanguage: 'JSONata';
  readonly StartAt: string;
  /** Seconds until the execution fails with `States.Timeout`. */
  readonly TimeoutSeconds?: number;
  readonly States: Readonly<Record<string, State>>;
}

/** One state. */
export type State = PassState | TaskState | ChoiceState | WaitState | EndState | FailState;

/** JSON with expressions in it. */
export type Template = string | number | boolean | null | readonly Template[] | { readonly [key: string]: Template };

/** Variables that a state sets; later states read them as `$name`. */
export type Assignments = Readonly<Record<string, Template>>;

/** Sets variables and does nothing else. */
export interface PassState {
  readonly Type: 'Pass';
  readonly Assign: Assignments;
  readonly Next: string;
}

/** A call of AWS. */
export interface TaskState {
  readonly Type: 'Task';
  /** `arn:<partition>:states:::aws-sdk:<service>:<action>`, or an optimized integration. */
  readonly Resource: string;
  /** An expression that gives the object, or the object itself. */
  readonly Arguments: Template;
  /** The role of another account in which the call is made. */
  readonly Credentials?: { readonly RoleArn: string };
  readonly TimeoutSeconds?: number;
  readonly Assign?: Assignments;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly Next: string;
}

/** How a failed call is tried again. */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly MaxAttempts: number;
  readonly BackoffRate: number;
  readonly JitterStrategy: 'FULL';
}

/** Where a failure leads; `$states.errorOutput` tells of it. */
export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Assign?: Assignments;
  readonly Next: string;
}

/** The first choice whose condition is true. */
export interface ChoiceState {
  readonly Type: 'Choice';
  readonly Choices: readonly { readonly Condition: string; readonly Assign?: Assignments; readonly Next: string }[];
  readonly Default: string;
}

export interface WaitState {
  readonly Type: 'Wait';
  readonly Seconds: number;
  readonly Next: string;
}

/** The end of an execution that went well. */
export interface EndState {
  readonly Type: 'Succeed';
}

/** The end of one that did not; both texts may be expressions. */
export interface FailState {
  readonly Type: 'Fail';
  readonly Error: string;
  readonly Cause: string;
}

import type { Path, PathTarget } from '../diagnostics/diagnostic.js';

/** What is wrong with a value of `Arguments`, measured against AWS's own shape. */
export type ArgumentProblemKind =
  /** The request has no such member, at this depth. */
  | 'unknown-member'
  /** The request has the member, and SageMaker Pipelines rejects it; see `reason`. */
  | 'refused-member'
  /** A member is required. A warning where definitions without it have been accepted; see `reason`. */
  | 'missing-member'
  | 'wrong-type'
  /** No value of the enum, and misspelt, ill-formed, or the enum is closed. */
  | 'enum'
  /** No value of the enum that the model knows, but one that AWS may have added since: a warning. */
  | 'unknown-enum-value'
  | 'pattern'
  | 'length'
  | 'range'
  | 'list-size'
  | 'map-size'
  /** An expression in place of a list or an object (rule R40). */
  | 'expression-not-allowed'
  /** An expression where SageMaker Pipelines takes only literal values (rule R41); see `reason`. */
  | 'literal-wanted'
  /** A value where SageMaker Pipelines is said to take only a reference to a parameter: a warning; see `reason`. */
  | 'parameter-wanted'
  /** A number without a decimal point where SageMaker Pipelines wants one; see `reason`. */
  | 'decimal-wanted'
  /** An expression whose value has another type than the slot (rule R39). */
  | 'expression-type';

/** One problem, neutral: whoever shows it chooses the words around `given` and `allowed`. */
export interface ArgumentProblem {
  readonly kind: ArgumentProblemKind;
  /** Only `unknown-enum-value`, `parameter-wanted` and an expected `missing-member` are warnings. */
  readonly severity: 'error' | 'warning';
  /** The offending value; for `missing-member` the object that lacks it. */
  readonly path: Path;
  readonly target: PathTarget;
  /** AWS's name of the shape that was violated, as SageMaker's own messages say it. */
  readonly shape: string;
  /** The member that is unknown, refused or missing. */
  readonly member?: string;
  /** What stands there, in a few words: `300 characters`, `"FastFile"`, `a list`. */
  readonly given: string;
  /** What may stand there, in a few words: `1 to 100`, `Pipe, File`, `an object`. */
  readonly allowed: string;
  /** All values of an enum, or all members of a structure. */
  readonly allowedNames?: readonly string[];
  /** What was probably meant: a member, an enum value, or a JSON value to write instead. */
  readonly suggestion?: string;
  /** Why, where AWS's shape alone does not say it. */
  readonly reason?: string;
  /** Day of the service model, `YYYY-MM-DD`: what AWS added later it cannot know. */
  readonly modelDate: string;
}

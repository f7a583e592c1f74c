import type { DeployValueName } from '@millrace/schema';

/** A value that stands in a definition as it is. */
export type PolicyLiteral = string | number | boolean;

/** A parameter of a pipeline or a template, as far as a start or a deployment is bound to anything. */
export interface PolicyParameter {
  readonly name: string;
  /** Absent: every start, or deployment, gives a value. */
  readonly defaultValue?: PolicyLiteral;
  /** Absent: it may give any value. */
  readonly allowed?: readonly PolicyLiteral[];
}

/** What can be said of a place of a definition before it is deployed and run. */
export type PolicyValue =
  | { readonly kind: 'absent' }
  | { readonly kind: 'literal'; readonly value: PolicyLiteral }
  | { readonly kind: 'parameter'; readonly parameter: PolicyParameter }
  /** A value of the deployment that the environment does not name. */
  | { readonly kind: 'deployValue'; readonly name: DeployValueName }
  /** One of several values; `by` says what decides: `the condition "IsProd"`. */
  | { readonly kind: 'choice'; readonly options: readonly PolicyValue[]; readonly by: string }
  /** What steps and executions make. */
  | { readonly kind: 'run'; readonly source: string }
  /** A text of several parts, of which at least one is no literal and none is a text of parts. */
  | { readonly kind: 'text'; readonly parts: readonly PolicyValue[] }
  /** A list, or a map that is no expression. */
  | { readonly kind: 'structure' };

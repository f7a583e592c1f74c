import type { SpecValue } from './spec-value.js';

/**
 * A condition of a spec: a comparison, or others combined. A class, so that a walk over a spec finds it.
 * Its values are placed relative to it; the conditions inside it stand under the key of their combination.
 */
export class SpecCondition {
  constructor(readonly form: ConditionForm) {}
}

/** The forms of a condition. */
export type ConditionForm =
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: SpecValue;
      readonly right: SpecValue;
    }
  /** Whether a value is among others: `in: [...]`. */
  | {
      readonly kind: 'membership';
      readonly operator: MembershipOperator;
      readonly query: SpecValue;
      readonly values: readonly SpecValue[];
    }
  | { readonly kind: 'all'; readonly conditions: readonly SpecCondition[] }
  | { readonly kind: 'any'; readonly conditions: readonly SpecCondition[] }
  | { readonly kind: 'not'; readonly condition: SpecCondition };

/** The operators of MDAA's conditions. `NotEquals` is lowered to `Not` around `Equals` (rule R54). */
export const COMPARISON_OPERATORS = [
  'Equals',
  'NotEquals',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'LessThan',
  'LessThanOrEqualTo',
] as const;

/** An operator between two values. */
export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

/** The operators between a value and a list of values. `NotIn` is lowered to `Not` around `In` (rule R54). */
export const MEMBERSHIP_OPERATORS = ['In', 'NotIn'] as const;

/** An operator between a value and a list of values. */
export type MembershipOperator = (typeof MEMBERSHIP_OPERATORS)[number];

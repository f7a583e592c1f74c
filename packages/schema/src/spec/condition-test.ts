import type { SpecValue } from './spec-value.js';

/** One comparison of a condition. A class, so that a walk over a spec finds it; its values are placed relative to it. */
export class ConditionTest {
  constructor(
    readonly operator: ConditionOperator,
    readonly left: SpecValue,
    readonly right: SpecValue,
  ) {}
}

/** The operators of MDAA's conditions. `NotEquals` is lowered to `Not` around `Equals` (rule R54). */
export const CONDITION_OPERATORS = [
  'Equals',
  'NotEquals',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'LessThan',
  'LessThanOrEqualTo',
] as const;

/** An operator of a condition. */
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

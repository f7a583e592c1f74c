import { matchesArn, matchesPattern } from './match-pattern.js';

/** Compares a value of the request with one of the policy. */
type Comparison = (given: string, wanted: string) => boolean;

/** An operator: a comparison, and whether it holds where the comparison does not. */
export interface ConditionOperator {
  readonly compare: Comparison;
  readonly negated: boolean;
}

const equal: Comparison = (given, wanted) => given === wanted;
const equalIgnoringCase: Comparison = (given, wanted) => given.toLowerCase() === wanted.toLowerCase();

/** The operators of IAM for texts, ARNs, numbers and truth values (IAM user guide, "Condition operators"). */
export const CONDITION_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  StringEquals: { compare: equal, negated: false },
  StringNotEquals: { compare: equal, negated: true },
  StringEqualsIgnoreCase: { compare: equalIgnoringCase, negated: false },
  StringNotEqualsIgnoreCase: { compare: equalIgnoringCase, negated: true },
  StringLike: { compare: matchesPattern, negated: false },
  StringNotLike: { compare: matchesPattern, negated: true },
  // AWS documents both for ARNs as the same.
  ArnEquals: { compare: matchesArn, negated: false },
  ArnLike: { compare: matchesArn, negated: false },
  ArnNotEquals: { compare: matchesArn, negated: true },
  ArnNotLike: { compare: matchesArn, negated: true },
  Bool: { compare: equalIgnoringCase, negated: false },
  NumericEquals: { compare: numeric((given, wanted) => given === wanted), negated: false },
  NumericNotEquals: { compare: numeric((given, wanted) => given === wanted), negated: true },
  NumericLessThan: { compare: numeric((given, wanted) => given < wanted), negated: false },
  NumericLessThanEquals: { compare: numeric((given, wanted) => given <= wanted), negated: false },
  NumericGreaterThan: { compare: numeric((given, wanted) => given > wanted), negated: false },
  NumericGreaterThanEquals: { compare: numeric((given, wanted) => given >= wanted), negated: false },
};

function numeric(compare: (given: number, wanted: number) => boolean): Comparison {
  return (given, wanted) => compare(Number(given), Number(wanted));
}

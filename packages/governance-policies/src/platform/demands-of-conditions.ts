import type { PolicyCondition, PolicyStatement } from '../template/policy-statement.js';
import { type ConditionOperator, conditionOperator } from './condition-operator.js';

/** Whether a condition has one of some keys; IAM does not mind capitals. */
export function hasKey({ key }: Pick<PolicyCondition, 'key'>, keys: readonly string[]): boolean {
  return keys.includes(key.toLowerCase());
}

/** The conditions of a statement that a request has to meet with a value: those on some keys, whose operators ask for one. */
export function demandsOn(statement: PolicyStatement, keys: readonly string[]): readonly PolicyCondition[] {
  return statement.conditions.filter((each) => hasKey(each, keys) && asksForValue(conditionOperator(each.operator)));
}

function asksForValue({ set, isNegated, ifExists, name }: ConditionOperator): boolean {
  return !isNegated && !ifExists && set !== 'all' && name !== 'null';
}

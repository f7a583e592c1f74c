import { expect, test } from 'vitest';
import { conditionOperator, isTrueWithoutKey } from './condition-operator.js';

// IAM user guide, condition operators: what each says of a request that does not have the key.
test.each([
  ['StringEquals', false],
  ['ArnLike', false],
  ['NumericGreaterThan', false],
  ['Bool', false],
  ['Null', false],
  ['StringNotEquals', true],
  ['stringnotlike', true],
  ['ArnNotLike', true],
  ['NotIpAddress', true],
  ['BoolIfExists', true],
  ['StringEqualsIfExists', true],
  ['ArnNotEqualsIfExists', true],
  ['ForAllValues:StringLike', true],
  ['ForAllValues:StringNotLike', true],
  ['ForAnyValue:StringLike', false],
  ['ForAnyValue:StringNotLike', false],
  ['ForAnyValue:StringLikeIfExists', true],
])('%s is true without its key: %s', (written, expected) => {
  expect(isTrueWithoutKey(conditionOperator(written))).toBe(expected);
});

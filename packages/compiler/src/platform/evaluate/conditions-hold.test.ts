import { describe, expect, it } from 'vitest';
import { conditionsHold, type RequestContext } from './conditions-hold.js';

const holds = (operator: string, wanted: readonly string[], context: RequestContext) =>
  conditionsHold({ [operator]: { k: wanted } }, context);

// Each row: operator, values in the policy, the key of the request (undefined: absent), whether it holds.
type Row = readonly [string, readonly string[], string | readonly string[] | undefined, boolean];

const rows: readonly Row[] = [
  ['StringEquals', ['a'], 'a', true],
  ['StringEquals', ['a', 'b'], 'b', true],
  ['StringEquals', ['a'], 'A', false],
  ['StringEquals', ['a*'], 'ab', false],
  ['StringEquals', ['a'], undefined, false],
  ['StringEqualsIgnoreCase', ['a'], 'A', true],
  ['StringNotEquals', ['a', 'b'], 'c', true],
  ['StringNotEquals', ['a', 'b'], 'b', false],
  ['StringNotEquals', ['a'], undefined, true],
  ['StringNotEqualsIgnoreCase', ['a'], 'A', false],
  ['StringLike', ['a*'], 'ab', true],
  ['StringNotLike', ['a*', 'b*'], 'cd', true],
  ['StringNotLike', ['a*', 'b*'], 'bd', false],
  ['ArnLike', ['arn:aws:iam::1:role/x-*'], 'arn:aws:iam::1:role/x-y', true],
  ['ArnEquals', ['arn:aws:iam::*:role/x'], 'arn:aws:iam::1:role/x', true],
  ['ArnNotLike', ['arn:aws:iam::1:role/x-*'], 'arn:aws:iam::1:role/y', true],
  ['ArnNotEquals', ['arn:aws:iam::1:role/x'], 'arn:aws:iam::1:role/x', false],
  ['Bool', ['false'], 'false', true],
  ['Bool', ['true'], 'false', false],
  ['Bool', ['true'], undefined, false],
  ['NumericLessThan', ['1.2'], '1.1', true],
  ['NumericLessThan', ['1.2'], '1.2', false],
  ['NumericLessThanEquals', ['1.2'], '1.2', true],
  ['NumericGreaterThan', ['86400'], '86401', true],
  ['NumericGreaterThanEquals', ['10'], '9', false],
  ['NumericEquals', ['1'], '1.0', true],
  ['NumericNotEquals', ['1'], '2', true],
  ['NumericGreaterThan', ['1'], undefined, false],
  // IfExists: as without it where the key is there, true where it is not.
  ['StringEqualsIfExists', ['a'], undefined, true],
  ['StringEqualsIfExists', ['a'], 'b', false],
  ['BoolIfExists', ['false'], undefined, true],
  ['ArnNotEqualsIfExists', ['arn:aws:iam::1:role/x'], undefined, true],
  // Null: whether the key is absent.
  ['Null', ['true'], undefined, true],
  ['Null', ['true'], 'a', false],
  ['Null', ['false'], 'a', true],
  ['Null', ['false'], undefined, false],
  // Sets of values.
  ['ForAnyValue:StringEquals', ['a', 'b'], ['x', 'b'], true],
  ['ForAnyValue:StringEquals', ['a'], ['x', 'y'], false],
  ['ForAnyValue:StringEquals', ['a'], undefined, false],
  ['ForAnyValue:StringNotLike', ['ml.m5.*'], ['ml.m5.large', 'ml.p4d.24xlarge'], true],
  ['ForAnyValue:StringNotLike', ['ml.m5.*'], ['ml.m5.large'], false],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', ['a'], undefined, true],
  ['ForAllValues:StringEquals', ['a'], [], true],
  ['ForAnyValue:StringEqualsIfExists', ['a'], undefined, true],
];

describe('the operators of IAM', () => {
  it.each(rows)('%s %j of %j: %s', (...[operator, wanted, given, expected]) => {
    expect(holds(operator, wanted, given === undefined ? {} : { k: given })).toBe(expected);
  });
});

it('takes names of keys in any case', () => {
  expect(conditionsHold({ StringEquals: { 'AWS:SourceAccount': ['1'] } }, { 'aws:sourceaccount': '1' })).toBe(true);
});

it('asks for all operators and all keys', () => {
  const conditions = { StringEquals: { a: ['1'], b: ['2'] }, Bool: { c: ['true'] } };
  expect(conditionsHold(conditions, { a: '1', b: '2', c: 'true' })).toBe(true);
  expect(conditionsHold(conditions, { a: '1', b: 'x', c: 'true' })).toBe(false);
  expect(conditionsHold(conditions, { a: '1', b: '2' })).toBe(false);
});

it('guesses nothing of an operator that it does not know', () => {
  expect(() => holds('IpAddress', ['10.0.0.0/8'], { k: '10.1.1.1' })).toThrow('IpAddress');
});

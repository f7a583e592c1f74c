import { expect, test } from 'vitest';
import { matchesPattern } from './matches-pattern.js';

test.each([
  ['ml.m5.large', 'ml.m5.large', true],
  ['ml.m5.large', 'ml.m5.*', true],
  ['ml.m5d.large', 'ml.m5.*', false],
  ['ml.m5.large', '*.large', true],
  ['arn:aws:iam::1:role/a/job', 'arn:*:role/*/job', true],
  ['arn:aws:iam::1:role/job', 'arn:*:role/*/job', false],
  ['ab', 'ab*b', false],
  ['', '*', true],
  ['', '?', false],
  ['iam:passrole', 'iam:pass?ole', true],
  ['abcbd', 'a*b?', true],
  ['abcb', 'a*b?', false],
  ['aab', '*a?', true],
])('%s against %s: %s', (text, pattern, expected) => {
  expect(matchesPattern(text, pattern)).toBe(expected);
});

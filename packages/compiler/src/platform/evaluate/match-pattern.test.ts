import { expect, it } from 'vitest';
import { matchesArn, matchesPattern } from './match-pattern.js';

it.each([
  ['s3:GetObject', 's3:GetObject', true],
  ['s3:GetObject', 's3:Get*', true],
  ['s3:GetObject', 's3:Ge?Object', true],
  ['s3:GetObject', 's3:Ge?bject', false],
  ['s3:GetObject', 's3:get*', false],
  ['', '*', true],
  ['a\nb', 'a*b', true],
  // Characters of regular expressions are only themselves.
  ['a+b(c)[d]{e}|f^g.h\\', 'a+b(c)[d]{e}|f^g.h\\', true],
  ['axb', 'a.b', false],
  // Escaped wildcards are only themselves.
  ['a*b', `a\${*}b`, true],
  ['axb', `a\${*}b`, false],
  ['a?b$', `a\${?}b\${$}`, true],
  ['cost $5', 'cost $5', true],
])('%s against %s: %s', (text, pattern, holds) => {
  expect(matchesPattern(text, pattern)).toBe(holds);
});

it('knows no policy variables', () => {
  expect(() => matchesPattern('home/ann', `home/\${aws:username}`)).toThrow(/policy variables/);
});

it.each([
  ['arn:aws:s3:::bucket/a/b', 'arn:aws:s3:::bucket/*', true],
  ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/*', false],
  ['arn:aws:s3:::bucket/a', '*', true],
  ['arn:aws:kms:us-east-1:111111111111:key/1', 'arn:aws:kms:us-east-1:*:key/*', true],
  // A wildcard stays in its part of the ARN…
  ['arn:aws:kms:us-east-1:111111111111:key/1', 'arn:aws:kms:*:key/1', false],
  ['arn:aws:kms:us-east-1:111111111111:key/1', 'arn:aws:kms:us-east-1:222222222222:key/*', false],
  // …except in the last one, which may have colons.
  ['arn:aws:logs:us-east-1:1:log-group:/aws/x:log-stream:y', 'arn:aws:logs:us-east-1:1:log-group:/aws/x:*', true],
  ['arn:aws:lambda:us-east-1:1:function:f:live', 'arn:aws:lambda:us-east-1:1:function:f', false],
])('the ARN %s against %s: %s', (arn, pattern, holds) => {
  expect(matchesArn(arn, pattern)).toBe(holds);
});

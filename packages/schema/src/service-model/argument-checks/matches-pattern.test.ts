import { describe, expect, test } from 'vitest';
import { loadServiceModel } from '../load-service-model.js';
import { matchesPattern } from './matches-pattern.js';

const model = await loadServiceModel();
const texts = Object.entries(model.shapes).flatMap(([name, shape]) =>
  shape.type === 'string' && shape.pattern !== undefined
    ? [{ name, pattern: shape.pattern, max: shape.max ?? 20_000 }]
    : [],
);

test('the whole text counts, alternatives included', () => {
  expect(matchesPattern('b', 'a|b')).toBe(true);
  expect(matchesPattern('ab', 'a|b')).toBe(false);
  expect(matchesPattern('a\n', 'a')).toBe(false);
});

test('letters are those of all languages', () => {
  expect(matchesPattern('Größe', '[\\p{L}]+')).toBe(true);
});

test('text beyond 64 KiB is not judged', () => {
  expect(matchesPattern('?'.repeat(65_537), 'a')).toBe(true);
});

// Texts of full length that fail at their very end: what makes a backtracking engine try everything.
describe.each(texts)('$name', ({ pattern, max }) => {
  const samples = ['a', '-', 'a-', 'a.', '0', 'a/', 'arn:aws:sagemaker:us-east-1:123456789012:model/a'];

  test.each(samples)('decides %j, repeated, at once', (sample) => {
    const text = `${sample.repeat(Math.ceil(max / sample.length)).slice(0, max - 1)}\u0000`;
    const started = performance.now();
    matchesPattern(text, pattern);
    expect(performance.now() - started).toBeLessThan(250);
  });
});

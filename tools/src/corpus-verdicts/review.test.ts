import { expect, test } from 'vitest';
import { type Review, reviewOf, unusedReviews } from './review.js';
import type { Verdict } from './verdict.js';

const review = (because: string, of?: readonly string[]): Review => ({
  code: 'definition/enum',
  verdict: 'true',
  because,
  ...(of && { of }),
});
const verdict = (file: string, atPlaceholder = 0): Verdict => ({
  definition: { file, kind: 'raw-json', knownDefects: [] },
  code: 'definition/enum',
  severity: 'error',
  count: 2,
  atPlaceholder,
});

test('the review of the definition counts before that of its kind, and that before the general one', () => {
  const all = [review('general'), review('kind', ['raw-json']), review('definition', ['007'])];
  expect(reviewOf(verdict('007-a.json'), all)?.because).toBe('definition');
  expect(reviewOf(verdict('008-a.json'), all)?.because).toBe('kind');
  expect(reviewOf(verdict('008-a.json'), all.slice(0, 1))?.because).toBe('general');
  expect(reviewOf(verdict('008-a.json'), all.slice(2))).toBeUndefined();
});

test('a review is used only by a verdict on something that is no placeholder', () => {
  const only = [review('general')];
  expect(unusedReviews([verdict('007-a.json', 1)], only)).toEqual([]);
  expect(unusedReviews([verdict('007-a.json', 2)], only)).toEqual(only);
});

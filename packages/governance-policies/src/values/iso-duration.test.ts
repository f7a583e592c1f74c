import { expect, test } from 'vitest';
import { daysOf } from './iso-duration.js';

test.each([
  ['P30D', 30],
  ['30d', 30],
  ['PT12H', 0.5],
  ['P1W', 7],
  ['30dT6h', 30.25],
  ['P30M', 900],
  ['P1Y', 365],
  ['T16m', 16 / 1440],
])('%s has %d days', (text, days) => {
  expect(daysOf(text)).toBeCloseTo(days, 6);
});

test.each(['', 'P', 'PT', 'a month', '30', 'P-1D'])('"%s" is no duration', (text) => {
  expect(daysOf(text)).toBeUndefined();
});

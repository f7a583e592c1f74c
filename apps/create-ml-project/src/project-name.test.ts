import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProjectName, suggestProjectName } from './project-name.js';

describe('isProjectName', () => {
  it.each(['churn', 'a', 'churn-model', 'c2', 'a'.repeat(32)])('allows %s', (name) => {
    expect(isProjectName(name)).toBe(true);
  });

  it.each(['', 'Churn', 'churn model', '2churn', '-churn', 'churn-', 'chürn', 'a_b', 'a.b', '../a', 'a'.repeat(33)])(
    'refuses %j',
    (name) => {
      expect(isProjectName(name)).toBe(false);
    },
  );
});

describe('suggestProjectName', () => {
  it.each([
    ['Churn Model!', 'churn-model'],
    ['2024_forecast', 'forecast'],
    ['Crème brûlée', 'creme-brulee'],
    [`${'a'.repeat(31)}-b`, 'a'.repeat(31)],
  ])('turns %j into %j', (text, name) => {
    expect(suggestProjectName(text)).toBe(name);
  });

  it('suggests nothing when nothing can be kept', () => {
    expect(suggestProjectName('12 34')).toBeUndefined();
  });

  it('only ever suggests what is allowed, and leaves allowed names alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = suggestProjectName(text);
        expect(name === undefined || isProjectName(name)).toBe(true);
        if (isProjectName(text)) expect(name).toBe(text);
      }),
    );
  });
});

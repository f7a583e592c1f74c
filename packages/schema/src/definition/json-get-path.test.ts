import { describe, expect, it } from 'vitest';
import { parseJsonGetPath } from './json-get-path.js';

describe('parseJsonGetPath', () => {
  it.each([
    ['mse', ['mse']],
    ['regression_metrics.mse.value', ['regression_metrics', 'mse', 'value']],
    ['Output[1]', ['Output', 1]],
    ["metrics['validation.rmse']", ['metrics', 'validation.rmse']],
    ['["a"][0].b', ['a', 0, 'b']],
    ['[2]', [2]],
    ['with-hyphen and space', ['with-hyphen and space']],
  ])('parses %s', (text, path) => {
    expect(parseJsonGetPath(text)).toEqual(path);
  });

  it.each(['', '$.a', '.a', 'a.', 'a..b', 'a[', 'a[x]', 'a[-1]', "a['b", 'a[?(@.b)]', 'a[*]'])('refuses %s', (text) => {
    expect(parseJsonGetPath(text)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../source/json.js';
import { SourceNumber } from '../source/source-number.js';
import { readDefinition } from './read-definition.js';

function errorOf(text: string) {
  const { value, diagnostics } = readDefinition(text, 'p.json');
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const [first] = diagnostics;
  return {
    code: first?.code,
    message: first?.message,
    at: `${first?.range?.start.line}:${first?.range?.start.column}`,
  };
}

describe('readDefinition', () => {
  it('keeps the text of numbers and the place of every node', () => {
    const { value, diagnostics } = readDefinition('{\n  "a": [1.0, 12345678901234567890]\n}', 'p.json');
    expect(diagnostics).toEqual([]);
    expect(value?.value).toMatchObject({ a: [new SourceNumber('1.0'), new SourceNumber('12345678901234567890')] });
    expect(value?.rangeOf(['a', 1]).start).toEqual({ line: 2, column: 14 });
  });

  it('skips a byte order mark', () => {
    expect(readDefinition('\uFEFF{"a": 1}', 'p.json').value?.rangeOf(['a']).start).toEqual({ line: 1, column: 7 });
  });

  it('treats __proto__ as an ordinary key', () => {
    const value = readDefinition('{"__proto__": {"polluted": true}}', 'p.json').value?.value;
    expect(isJsonObject(value) && Object.keys(value)).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['', 'syntax/empty', '1:1'],
    ['\n \n', 'syntax/empty', '1:1'],
    ['{"a": 1,}', 'syntax/invalid-json', '1:9'],
    ['{"a": [1,\n]}', 'syntax/invalid-json', '2:1'],
    ['{\n// no\n}', 'syntax/invalid-json', '2:1'],
    ['{"a": NaN}', 'syntax/invalid-json', '1:7'],
    ['{"a": 1} {}', 'syntax/invalid-json', '1:10'],
    ['{"a": 1', 'syntax/invalid-json', '1:8'],
    ['{"a": 1, "b": 2,\n "a": 3}', 'syntax/duplicate-key', '2:2'],
    ['['.repeat(200_000), 'syntax/too-deep', '1:101'],
    [`${'{"a":'.repeat(101)}1${'}'.repeat(101)}`, 'syntax/too-deep', '1:501'],
    [' '.repeat(10 * 1024 * 1024 + 1), 'syntax/too-large', '1:1'],
  ])('refuses %.30j', (text, code, at) => {
    expect(errorOf(text)).toMatchObject({ code, at });
  });

  it('says what is wrong in words', () => {
    expect(errorOf("{'a': 1}").message).toBe('single quotes stand around a text');
    expect(errorOf('{"a": [1,]}').message).toBe('a comma stands before "]"');
    expect(errorOf('{"a" 1}').message).toBe('":" is expected after the key, but "1" is given');
  });

  it('reads the deepest allowed document', () => {
    expect(readDefinition(`${'['.repeat(100)}${']'.repeat(100)}`, 'p.json').diagnostics).toEqual([]);
  });
});

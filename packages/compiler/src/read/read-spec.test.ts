import { SourceNumber, toPlainJson, writeJson } from '@millrace/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpec } from './read-spec.js';
import { YAML_LIMITS } from './yaml-limits.js';

function read(text: string) {
  return readSpec({ file: 'pipeline.yaml', text });
}

function codes(text: string): readonly string[] {
  return read(text).diagnostics.map((each) => each.code);
}

describe('readSpec', () => {
  it('keeps the text of numbers, and what was written where JSON has no such notation', () => {
    const { value } = read('[1.0, 0.80, 1e3, 012, 0x1F, 0o7, +1, .5, 1., -012.50]').value ?? {};
    const numbers = Array.isArray(value) ? value.filter((each) => each instanceof SourceNumber) : [];
    expect(numbers.map((each) => [each.text, each.written])).toEqual([
      ['1.0', '1.0'],
      ['0.80', '0.80'],
      ['1e3', '1e3'],
      ['12', '012'],
      ['31', '0x1F'],
      ['7', '0o7'],
      ['1', '+1'],
      ['0.5', '.5'],
      ['1.0', '1.'],
      ['-12.50', '-012.50'],
    ]);
  });

  it('takes words of YAML 1.1 for texts, and true, false and null for themselves', () => {
    const { value } =
      read('[yes, on, 1_000, 2026-11-21, true, False, null, ~, , "true"]'.replace(' ,', '')).value ?? {};
    expect(value).toEqual(['yes', 'on', '1_000', '2026-11-21', true, false, null, null, 'true']);
  });

  it('places keys, quoted texts, block texts, and empty values at their key', () => {
    const document = read('a: "x"\nb:\n  - |\n    text\n  - y\nc:\nd: &q {e: 1}\nf: *q\n').value;
    const place = (path: (string | number)[], target?: 'key') => {
      const { start, end } = document?.rangeOf(path, target) ?? {};
      return `${start?.line}:${start?.column}-${end?.line}:${end?.column}`;
    };
    expect(place(['a'])).toBe('1:4-1:7');
    expect(place(['b'], 'key')).toBe('2:1-2:2');
    expect(place(['b', 0])).toBe('3:5-4:9');
    expect(place(['b', 1])).toBe('5:5-5:6');
    expect(place(['c'])).toBe('6:1-6:2');
    expect(place(['f', 'e'])).toBe('7:11-7:12');
    expect(place(['f'], 'key')).toBe('8:1-8:2');
  });

  it('reads a byte order mark, CRLF, and JSON indented with tabs', () => {
    expect(read('\uFEFFa: 1\r\nb: |\r\n  x\r\n  y\r\n').value?.value).toMatchObject({ b: 'x\ny\n' });
    expect(codes('{\n\t"a": 1,\n\t"b": [\n\t\t1\n\t]\n}')).toEqual([]);
  });

  it('takes 100 levels and refuses the 101st, in blocks and in brackets', () => {
    const nested = (levels: number) => Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
    expect(codes(nested(100))).toEqual([]);
    expect(codes(nested(101))).toEqual(['syntax/too-deep']);
    expect(codes(`${'- '.repeat(100)}x`)).toEqual([]);
    expect(codes(`${'- '.repeat(101)}x`)).toEqual(['syntax/too-deep']);
    expect(codes(`${'['.repeat(100)}${']'.repeat(100)}`)).toEqual([]);
    expect(codes(`${'['.repeat(101)}${']'.repeat(101)}`)).toEqual(['syntax/too-deep']);
    expect(codes(`a: &a ${'['.repeat(60)}${']'.repeat(60)}\nb: ${'['.repeat(60)}*a${']'.repeat(60)}`)).toEqual([
      'syntax/too-deep',
    ]);
  });

  it('limits aliases and what they multiply to', () => {
    const laugh = (name: string, of: string) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => of).join(', ')}]\n`;
    expect(codes(laugh('a', 'x') + laugh('b', '*a') + laugh('c', '*b'))).toEqual([]);
    const bomb = ['x', '*a', '*b', '*c', '*d', '*e', '*f'].map((of, at) => laugh('abcdefg'.charAt(at), of)).join('');
    expect(codes(bomb)).toEqual(['syntax/too-much-repeated']);
    expect(codes(`a: &a 1\nb: [${'*a, '.repeat(100)}]`)).toEqual([]);
    expect(codes(`a: &a 1\nb: [${'*a, '.repeat(101)}]`)).toEqual(['syntax/too-many-aliases']);
  });

  // Each of these once took a parser of YAML to its knees: time, memory or the call stack.
  it.each([
    '[',
    '- ',
    '-\n',
    '{a: ',
    '&a *a ',
    '}',
    '? ',
    ': ',
    '"',
    '|\n',
    '\n',
    '%\n',
    '---\n',
    '! ',
    ',',
    '{{',
    '[?',
  ])(
    'survives 10 MiB of %j',
    (piece) => {
      const text = piece.repeat(Math.floor(YAML_LIMITS.maxCharacters / piece.length));
      expect(() => read(text)).not.toThrow();
    },
    30_000,
  );

  it('refuses more than 10 MiB', () => {
    expect(codes(' '.repeat(YAML_LIMITS.maxCharacters + 1))).toEqual(['syntax/too-large']);
  });

  it('reads any JSON value back as it was printed', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const outcome = read(JSON.stringify(value));
        expect(outcome.diagnostics).toEqual([]);
        expect(JSON.stringify(toPlainJson(outcome.value?.value ?? null))).toBe(JSON.stringify(value));
        expect(toPlainJson(read(writeJson(JSON.parse(JSON.stringify(value)))).value?.value ?? null)).toEqual(
          toPlainJson(outcome.value?.value ?? null),
        );
      }),
    );
  });

  it('never throws, and always says why there is no value', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        ': ',
        '- ',
        '\n',
        '  ',
        '{',
        '}',
        '[',
        ']',
        ', ',
        '"',
        "'",
        '&a ',
        '*a',
        '!t ',
        '|',
        '>',
        '#',
        '? ',
        '---\n',
      ],
      ...[
        '...\n',
        '%Y\n',
        '{{x}}',
        '$',
        '<<',
        '\t',
        '\r',
        '0x',
        '1',
        '.inf',
        '\uFEFF',
        '\u0000',
        '\\',
        '@',
        '`',
        '\u2028',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const outcome = read(text);
        expect(outcome.value === undefined).toBe(outcome.diagnostics.length > 0);
        for (const each of outcome.diagnostics) expect(each.range?.file).toBe('pipeline.yaml');
        const places = outcome.diagnostics.map((each) => `${each.code} ${JSON.stringify(each.range)}`);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 3000 },
    );
  });
});

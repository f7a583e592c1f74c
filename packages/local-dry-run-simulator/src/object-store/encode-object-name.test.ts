import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeKey, encodeFolder, encodeKey } from './encode-object-name.js';

const awkward = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    'con',
    'CON',
    'nul.txt',
    'A',
    'a',
    '+',
    '++',
    '%',
    '%-',
    '@a',
    'a+',
    'x.',
    ' ',
    'ü',
    '🦆',
    '\\',
    ':',
  ),
  fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('/', '')),
  fc.string({ unit: fc.constantFrom('a', 'A', '.', '+', '%'), minLength: 150, maxLength: 700 }),
);
const keys = fc.array(awkward, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));

test('every key comes back from its path', () => {
  fc.assert(
    fc.property(keys, (key) => {
      expect(decodeKey(encodeKey(key))).toBe(key);
    }),
  );
});

test('two keys never share a path, folded to lower case or not, and no file is where another key needs a folder', () => {
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      fc.pre(one !== other);
      const [a, b] = [encodeKey(one).toLowerCase(), encodeKey(other).toLowerCase()];
      expect(a).not.toBe(b);
      expect(b.startsWith(`${a}/`)).toBe(false);
    }),
  );
});

test('no name is a step upwards, a device, empty, too long or ends in a dot', () => {
  fc.assert(
    fc.property(keys, (key) => {
      for (const name of encodeKey(key).split('/')) {
        expect(name).toMatch(/^[a-z0-9._=@,%+-]{1,210}$/);
        expect(name).not.toMatch(/\.$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/);
      }
    }),
  );
});

test('the folder of a key is the beginning of the paths below it', () => {
  fc.assert(
    fc.property(keys, keys, (folder, rest) => {
      expect(encodeKey(`${folder}/${rest}`)).toBe(`${encodeFolder(folder)}/${encodeKey(rest)}`);
    }),
  );
});

test('ordinary keys stay readable', () => {
  expect(encodeKey('local/churn/runs/a1b2/Preprocess/train/train.csv')).toBe(
    'local+/churn+/runs+/a1b2+/@preprocess+/train+/train.csv',
  );
});

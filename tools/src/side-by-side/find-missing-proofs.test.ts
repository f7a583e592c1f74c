import { expect, test } from 'vitest';
import { findMissingProofs } from './find-missing-proofs.js';

const text = `
describe('a title of a group', () => {
  it('stands there', () => { expect('a text in it').toBe(1); });
  test.each([[1, two(2)]])('has cases', () => {});
  test.skipIf(!isBuilt)(
    'is broken into lines', () => {});
});`;
const find = (title: string) =>
  findMissingProofs([{ file: 'a.test.ts', title }], (file) => (file === 'a.test.ts' ? text : undefined));

test.each(['stands there', 'has cases', 'is broken into lines'])('finds a test that %s', (title) => {
  expect(find(title)).toEqual([]);
});

test.each(['a title of a group', 'a text in it', 'stands'])('takes "%s" for no test', (title) => {
  expect(find(title)).toEqual([`a.test.ts: there is no test "${title}"`]);
});

test('names a file that is not there', () => {
  expect(findMissingProofs([{ file: 'b.test.ts', title: '' }], () => undefined)).toEqual([
    'b.test.ts: there is no such file',
  ]);
});

import type { Diagnostic } from '@millrace/schema';
import { expect, test } from 'vitest';
import { inReadingOrder } from './in-reading-order.js';

function at(message: string, place?: { file: string; line: number; column: number }): Diagnostic {
  const { file = '', ...start } = place ?? {};
  const range = { file, start: { line: 1, column: 1, ...start }, end: { line: 1, column: 1, ...start } };
  return {
    code: 'spec/x',
    severity: 'error',
    blocking: true,
    message,
    path: [],
    ...(place === undefined ? {} : { range }),
  };
}

test('messages stand as their places do, files in the order in which they came', () => {
  const given = [
    at('c', { file: 'spec', line: 7, column: 1 }),
    at('z', { file: 'config', line: 1, column: 1 }),
    at('b', { file: 'spec', line: 2, column: 9 }),
    at('a', { file: 'spec', line: 2, column: 3 }),
    at('b again', { file: 'spec', line: 2, column: 9 }),
    at('nowhere'),
  ];
  expect(inReadingOrder(given).map(({ message }) => message)).toEqual(['a', 'b', 'b again', 'c', 'z', 'nowhere']);
});

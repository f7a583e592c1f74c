import type { Diagnostic } from '@millrace/schema';
import picocolors from 'picocolors';
import { expect, it } from 'vitest';
import { countDiagnostics } from './count-diagnostics.js';
import { showDiagnostics } from './show-diagnostics.js';

const make = (severity: Diagnostic['severity'], index: number): Diagnostic => ({
  code: `graph/${severity}`,
  severity,
  blocking: false,
  message: `number ${index}`,
  path: ['a', index],
});
const colours = picocolors.createColors(false);
const show = (diagnostics: readonly Diagnostic[]) => showDiagnostics(diagnostics, { files: new Map(), colours });

it('shows them in the order of the document', () => {
  expect(show([make('info', 1), make('error', 2)])).toBe(
    'a[1] info graph/info number 1\na[2] error graph/error number 2\n',
  );
  expect(show([])).toBe('');
});

it('of very many shows the errors first, and not all', () => {
  const many = Array.from({ length: 250 }, (_, index) => make(index === 249 ? 'error' : 'warning', index));
  const lines = show(many).split('\n');
  expect(lines[0]).toBe('a[249] error graph/error number 249');
  expect(lines.slice(-2)).toEqual(['… and 150 more; --json has all', '']);
});

it('counts by severity', () => {
  expect(countDiagnostics([make('error', 1), make('warning', 2), make('warning', 3), make('info', 4)])).toBe(
    '1 error, 2 warnings, 1 remark',
  );
  expect(countDiagnostics([])).toBeUndefined();
});

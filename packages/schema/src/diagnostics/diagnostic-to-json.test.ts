import { expect, it } from 'vitest';
import { diagnosticToJson } from './diagnostic-to-json.js';

it('prints the place and the help, in a fixed order, and leaves out what is not known', () => {
  const diagnostic = {
    code: 'graph/x',
    severity: 'error',
    blocking: true,
    message: 'm',
    path: ['a', 0, 'b c'],
  } as const;
  const range = { file: 'p.yaml', start: { line: 2, column: 5 }, end: { line: 2, column: 9 } };
  expect(JSON.stringify(diagnosticToJson({ ...diagnostic, range, help: 'h' }))).toBe(
    '{"code":"graph/x","severity":"error","message":"m","path":"a[0][\\"b c\\"]","file":"p.yaml","line":2,"column":5,"help":"h"}',
  );
  expect(diagnosticToJson({ ...diagnostic, path: [] })).toEqual({
    code: 'graph/x',
    severity: 'error',
    message: 'm',
    path: '',
  });
});

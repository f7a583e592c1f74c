import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parameterDiagnostics, scenarioDiagnostics } from '@millrace/schema';
import { expect, test } from 'vitest';
import { simulatorDiagnostics } from '../src/index.js';

const catalogues = [parameterDiagnostics, scenarioDiagnostics, ...simulatorDiagnostics];
const codes = catalogues.flatMap((catalogue) => Object.values(catalogue).map(({ code }) => code));

const root = join(import.meta.dirname, '..');
const cases = ['test', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') || name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

test.each(codes)('%s is shown by a case', (code) => {
  expect(cases.some((text) => text.includes(code))).toBe(true);
});

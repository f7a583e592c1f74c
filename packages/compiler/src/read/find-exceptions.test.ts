import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findExceptions } from './find-exceptions.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-exceptions-'));
  mkdirSync(join(folder, 'governance'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (text: string) => writeFileSync(join(folder, 'governance/exceptions.yaml'), text);

it('reads the ledger beside the config, days as text', () => {
  write('# none of ours\nexceptions:\n  - { rule: MR-NET-003, expires: 2026-12-31 }\n');
  const { value } = findExceptions(folder);
  expect(value?.value).toEqual({ exceptions: [{ rule: 'MR-NET-003', expires: '2026-12-31' }] });
  expect(value?.rangeOf(['exceptions', 0, 'expires'])).toMatchObject({
    file: join(folder, 'governance/exceptions.yaml'),
    start: { line: 3, column: 34 },
  });
});

it('does without a ledger, and refuses what is no YAML', () => {
  expect(findExceptions(folder)).toMatchObject({ value: { value: {} }, diagnostics: [] });
  write('exceptions: [');
  expect(findExceptions(folder).diagnostics[0]?.code).toBe('syntax/invalid-yaml');
});

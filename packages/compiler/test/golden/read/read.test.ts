import { readdirSync, readFileSync } from 'node:fs';
import { formatPath, writeJson } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readSpec } from '../../../src/read/read-spec.js';
import { yamlDiagnostics } from '../../../src/read/yaml-diagnostics.js';

interface ReadCase {
  readonly title: string;
  readonly input: string;
  /** What is read, or what is said. */
  readonly expected: unknown;
}

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const cases = files.flatMap((file) => readCases(file));

function readCases(file: string): readonly (ReadCase & { readonly file: string })[] {
  const documents = parseAllDocuments(readFileSync(new URL(file, folder), 'utf8'));
  // The files of this folder are written in this form; a wrong one fails its own test.
  return [...documents].map((document) => ({ ...(document.toJS() as ReadCase), file }));
}

function answer(input: string): unknown {
  const { value, diagnostics } = readSpec({ file: 'pipeline.yaml', text: input });
  if (value !== undefined) return parse(writeJson(value.value));
  return diagnostics.map(({ code, range, path, message, help }) => ({
    code,
    at: `${range?.start.line}:${range?.start.column}-${range?.end.line}:${range?.end.column}`,
    ...(path.length === 0 ? {} : { path: formatPath(path) }),
    message,
    ...(help === undefined ? {} : { help }),
  }));
}

describe('reading', () => {
  it.each(cases)('$file: $title', ({ input, expected }) => {
    expect(answer(input)).toEqual(expected);
  });

  it('has a case for every code of the YAML reader', () => {
    const covered = JSON.stringify(cases.map((each) => each.expected));
    const missing = Object.values(yamlDiagnostics).filter(({ code }) => !covered.includes(`"${code}"`));
    // Half a million words are no case for a file; read-spec.test.ts has it.
    expect(missing.map(({ code }) => code)).toEqual(['syntax/too-many-values']);
  });
});

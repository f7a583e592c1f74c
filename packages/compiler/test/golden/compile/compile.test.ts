import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DiagnosticCatalogue, type Json, schemaDiagnostics, toPlainJson, writeJson } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { type Document, isMap, parseAllDocuments } from 'yaml';
import { compileSpec } from '../../../src/compile-spec.js';
import { compilerDiagnostics } from '../../../src/compiler-diagnostics.js';
import { expectDiagnostics } from '../../../src/testing/expect-diagnostics.js';
import { compileUnderTest } from '../../../src/testing/spec-under-test.js';
import { type CompileCase, readPart } from './compile-case.js';

// MILLRACE_UPDATE_GOLDEN=1 writes what is given now into the cases; read the difference before you commit it.
const UPDATE = process.env['MILLRACE_UPDATE_GOLDEN'] !== undefined;

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const documents = files.flatMap((file) => {
  const cases = [...parseAllDocuments(readFileSync(new URL(file, folder), 'utf8'))] as Document[];
  // The files of this folder are written in this form; a wrong one fails its own test.
  return cases.map((document) => ({ file, document, golden: document.toJS() as CompileCase }));
});

describe.each(documents)('$file: $golden.title', ({ document, golden, file }) => {
  it('gives what is expected', async () => {
    const given = await answer(golden);
    if (UPDATE) update(document, given, file);
    else expect(given).toEqual(golden.expected);
  });
});

/** What the compiler gives, as far as the case asks for it. */
async function answer({ input, files: localFiles = {}, expected }: CompileCase): Promise<CompileCase['expected']> {
  const spec = { yaml: input, files: localFiles };
  const { value, diagnostics } = await compileUnderTest(spec);
  const said = diagnostics.length === 0 ? {} : { diagnostics: await expectDiagnostics(spec) };
  if (value === undefined) return said;
  // A definition is JSON; its typed view only says more.
  const definition = value.definition as unknown as Json;
  const parts = Object.keys(expected.parts ?? {});
  return {
    ...(expected.steps === undefined ? {} : { steps: readPart(toPlainJson(definition), 'Steps') }),
    ...(parts.length === 0
      ? {}
      : { parts: Object.fromEntries(parts.map((path) => [path, readPart(toPlainJson(definition), path)])) }),
    ...(expected.text === undefined
      ? {}
      : { text: expected.text.filter((part) => written(definition).includes(part)) }),
    // Settings are JSON; their typed view only says more.
    ...(expected.settings === undefined ? {} : { settings: toPlainJson(value.settings as unknown as Json) }),
    ...said,
  };
}

function written(definition: Json): string {
  return writeJson(definition).replace(/\s+/g, ' ');
}

function update(document: Document, given: CompileCase['expected'], file: string): void {
  document.set('expected', document.createNode(given));
  if (isMap(document.contents)) document.contents.flow = false;
  const all = documents.filter((each) => each.file === file).map((each) => each.document.toString({ lineWidth: 0 }));
  writeFileSync(new URL(file, folder), all.map((text) => text.replace(/^---\n/, '')).join('---\n'));
}

describe('every code on specs', () => {
  const covered = new Set(documents.flatMap(({ golden }) => golden.expected.diagnostics ?? []).map(({ code }) => code));
  const catalogue = new DiagnosticCatalogue([...schemaDiagnostics, ...compilerDiagnostics]);

  // Ten thousand files or items are no case for a file; they are tested below, and beside forEach.
  const elsewhere = ['spec/code-too-large', 'spec/for-each-too-large'];
  const codes = catalogue.codes.filter((code) => code.startsWith('spec/') && !elsewhere.includes(code));

  it.each(codes)('%s has a case and an explanation', (code) => {
    expect(covered).toContain(code);
    expect(catalogue.find(code)?.declaration.explanation.length).toBeGreaterThan(30);
  });
});

it('refuses a folder of more files than a bundle takes', async () => {
  const names = Array.from({ length: 10_001 }, (_, index) => `f${index}.py`);
  const input = `
projectName: p
pipeline:
  steps:
    - name: P
      type: Processing
      processing: { imageUri: img, instanceType: ml.m5.large, script: f0.py, sourceDir: src }
`;
  const files = { read: () => new Uint8Array([10]), list: () => names };
  const { value, diagnostics } = await compileSpec({ file: 'pipeline.yaml', text: input }, { files });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['spec/code-too-large']);
});

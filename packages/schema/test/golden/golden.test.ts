import { describe, expect, it } from 'vitest';
import { DiagnosticCatalogue } from '../../src/diagnostics/catalogue.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatPath } from '../../src/diagnostics/format-path.js';
import { schemaDiagnostics } from '../../src/diagnostics/schema-diagnostics.js';
import { type ExpectedDiagnostic, type GoldenCase, readGoldenFiles } from './golden-case.js';
import { runCase } from './run-case.js';

const files = readGoldenFiles();

for (const { stage, file, cases } of files) {
  describe(`${stage}/${file}`, () => {
    it.each(cases.map((golden) => [golden.title, golden] as const))('%s', async (_, golden) => {
      const found = await runCase(stage, golden);
      expect(found.map((diagnostic, index) => show(diagnostic, golden.expected[index]))).toEqual(golden.expected);
    });

    it('has a case that passes', () => {
      expect(cases.some(({ expected }) => expected.length === 0)).toBe(true);
    });
  });
}

/** The diagnostic in the form of the case; members that the case leaves out are left out. */
function show(diagnostic: Diagnostic, expected: ExpectedDiagnostic | undefined): ExpectedDiagnostic {
  const { code, severity, message, range, path, help, related } = diagnostic;
  return {
    code,
    severity,
    ...(range === undefined ? {} : { at: `${range.start.line}:${range.start.column}` }),
    path: formatPath(path),
    message,
    ...(expected?.help === undefined || help === undefined ? {} : { help }),
    ...(expected?.related === undefined
      ? {}
      : { related: (related ?? []).map((place) => `${formatPath(place.path)}: ${place.message}`) }),
  };
}

describe('every code of the stages in this package', () => {
  const catalogue = new DiagnosticCatalogue(schemaDiagnostics);
  const covered = new Set(files.flatMap(({ cases }) => cases.flatMap(codesOf)));
  // Reading bytes is the business of whoever opens the file; that the text is UTF-8 is tested there.
  const elsewhere = ['syntax/not-utf8'];
  const codes = catalogue.codes.filter(
    (code) => /^(?:syntax|definition|graph)\//.test(code) && !elsewhere.includes(code),
  );

  it.each(codes)('%s has an explanation and a golden case', (code) => {
    expect(catalogue.find(code)?.declaration.explanation.length).toBeGreaterThan(60);
    expect(covered).toContain(code);
  });
});

function codesOf({ expected }: GoldenCase): readonly string[] {
  return expected.map(({ code }) => code);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../src/definition/check-definition.js';
import { checkStructure } from '../../src/definition/check-structure.js';
import { readDefinition } from '../../src/definition/read-definition.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { locateDiagnostics } from '../../src/diagnostics/locate-diagnostics.js';
import { renderDiagnostic } from '../../src/diagnostics/render-diagnostic.js';
import { checkGraph } from '../../src/graph/check-graph.js';
import { linkDefinition } from '../../src/graph/link-definition.js';

const SAMPLE = {
  Version: '2020-12-01',
  Parameters: [{ Name: 'A', Type: 'Integer', DefaultValue: 1 }],
  Steps: [
    {
      Name: 'Prep',
      Type: 'Processing',
      Arguments: { ProcessingOutputConfig: { Outputs: [{ OutputName: 'o', S3Output: { S3Uri: 's3://b/k' } }] } },
      PropertyFiles: [{ PropertyFileName: 'R', OutputName: 'o', FilePath: 'r.json' }],
    },
    {
      Name: 'Check',
      Type: 'Condition',
      DependsOn: ['Prep'],
      Arguments: {
        Conditions: [
          {
            Type: 'Not',
            Condition: {
              Type: 'LessThan',
              LeftValue: { 'Std:JsonGet': { PropertyFile: { Get: 'Steps.Prep.PropertyFiles.R' }, Path: 'a.b' } },
              RightValue: { Get: 'Parameters.A' },
            },
          },
        ],
        IfSteps: [
          { Name: 'Stop', Type: 'Fail', Arguments: { ErrorMessage: { 'Std:Join': { On: '', Values: ['x'] } } } },
        ],
        ElseSteps: [],
      },
    },
  ],
};

/** All that the stages say of a text, and whether they took it. */
function runStages(text: string): { accepted: boolean; diagnostics: readonly Diagnostic[] } {
  const read = readDefinition(text, 'x.json');
  if (read.value === undefined) return { accepted: false, diagnostics: read.diagnostics };
  const checked = checkStructure(read.value);
  if (checked.value === undefined)
    return { accepted: false, diagnostics: locateDiagnostics(checked.diagnostics, read.value) };
  const graph = checkGraph(linkDefinition(checked.value.definition));
  const form = checkDefinition(checked.value.definition, { text });
  const diagnostics = locateDiagnostics([...checked.diagnostics, ...graph.diagnostics, ...form], read.value);
  return { accepted: graph.value !== undefined, diagnostics };
}

function expectPlacedAnswer(text: string): void {
  const { accepted, diagnostics } = runStages(text);
  expect(accepted || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  for (const diagnostic of diagnostics) {
    expect(diagnostic.range).toBeDefined();
    expect(renderDiagnostic(diagnostic, { textOf: () => text })).toContain(diagnostic.code);
  }
}

/** Replaces the value at a place counted in document order. */
function replaceAt(json: unknown, place: { left: number }, value: unknown): unknown {
  if (place.left === 0) {
    place.left -= 1;
    return value;
  }
  place.left -= 1;
  if (Array.isArray(json)) return json.map((each) => replaceAt(each, place, value));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, each]) => [key, replaceAt(each, place, value)]));
}

describe('the stages of a definition', () => {
  it('answer any text with a value or an error, never with an exception', () => {
    const characters = fc.constantFrom(...'{}[]",:0123\\u\n\t aé\u0000\ud83d');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: characters })), expectPlacedAnswer), {
      numRuns: 300,
    });
  });

  it('answer a definition with any value in any place', () => {
    const words = fc.constantFrom(
      'Prep',
      'Check',
      'Stop',
      'Condition',
      'Fail',
      'Parameters.A',
      'Steps.Prep.X',
      'Not',
      '',
    );
    const value = fc.oneof(
      words,
      fc.jsonValue({ maxDepth: 2 }),
      words.map((Get) => ({ Get })),
      words.map((word) => [word, word]),
    );
    const mutation = fc.tuple(fc.nat({ max: 70 }), value);
    const law = fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const mutated = mutations.reduce<unknown>((json, [left, each]) => replaceAt(json, { left }, each), SAMPLE);
      expectPlacedAnswer(JSON.stringify(mutated, null, 2));
    });
    fc.assert(law, { numRuns: 1000 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyJsonEdits } from '../source/apply-json-edits.js';
import type { Json } from '../source/json.js';
import type { JsonEdit } from '../source/json-edit.js';
import { sameJson } from '../source/same-json.js';
import { sequenceJsonEdits } from '../source/sequence-json-edits.js';
import { SourceNumber } from '../source/source-number.js';
import { editJson } from './edit-json.js';
import { readDefinition } from './read-definition.js';

const KEYS = ['A', 'B', 'C d'];
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string()),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('json')),
  ),
}));
const segment = fc.oneof(fc.constantFrom(...KEYS), fc.nat(4));
const path = fc.array(segment, { minLength: 1, maxLength: 4 });
const edit: fc.Arbitrary<JsonEdit> = fc.oneof(
  fc.record({ path, value: json }),
  path.map((each) => ({ path: each, remove: true as const })),
);
const document = fc.dictionary(fc.constantFrom(...KEYS), json, { minKeys: 1 });

describe('sequenceJsonEdits', () => {
  it('comes to the same one after the other as all at once', () => {
    fc.assert(
      fc.property(document, fc.array(edit, { maxLength: 5 }), (before, edits) => {
        const sequence = sequenceJsonEdits(before, edits);
        const after = sequence.reduce<Json>((at, each) => applyJsonEdits(at, [each]), before);
        expect(sameJson(after, applyJsonEdits(before, edits))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});

describe('editJson', () => {
  it.each([
    ['{"B":[0,null,"",""]}', ['B', 3], '{"B":[0,null,""]}'],
    ['{"B":[0,1]}', ['B', 0], '{"B":[1]}'],
    ['{\n  "A": 1,\n  "B": 2\n}\n', ['B'], '{\n  "A": 1\n}\n'],
    ['{ "A": [ 1 ] }', ['A', 0], '{ "A": [] }'],
  ])('removes from %s', (text, path, expected) => {
    expect(editJson(text, [{ path, remove: true }]).text).toBe(expected);
  });

  it('gives the edited document, whatever the edits and the layout', () => {
    const layout = fc.constantFrom(undefined, 2, 4, '\t');
    fc.assert(
      fc.property(document, fc.array(edit, { maxLength: 5 }), layout, (before, edits, indent) => {
        const { text } = editJson(JSON.stringify(before, null, indent), edits);
        const read = readDefinition(text ?? '', 'definition.json').value?.value;
        expect(sameJson(read, applyJsonEdits(before, edits))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('removes members with their commas and nothing else', () => {
    const given = '{\n  "A": 1,\n  "B": [1, 2, 3],\n  "C": {}\n}\n';
    const edits = [['B', 1], ['C']].map((each) => ({ path: each, remove: true as const }));
    expect(editJson(given, edits).text).toBe('{\n  "A": 1,\n  "B": [1, 3]\n}\n');
  });

  it('keeps every other byte: order, indentation, line ends, the byte order mark, and the text of numbers', () => {
    const given = '\uFEFF{\r\n    "B": [1.50,2],\r\n\r\n    "A": { "x" : 1 }\r\n}';
    const edits: readonly JsonEdit[] = [
      { path: ['A', 'y'], value: new SourceNumber('2.0') },
      { path: ['C', 'D'], value: true },
    ];
    expect(editJson(given, edits).text).toBe(
      '\uFEFF{\r\n    "B": [1.50,2],\r\n\r\n    "A": { "x" : 1, "y": 2.0 },\r\n    "C": {\r\n        "D": true\r\n    }\r\n}',
    );
  });

  it('refuses what is not JSON', () => {
    expect(editJson('{"A": 1, "A": 2}', [{ path: ['A'], value: 3 }]).refused).toContain('cannot be read');
  });
});

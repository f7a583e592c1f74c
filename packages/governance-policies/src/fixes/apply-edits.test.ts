import type { Json, PipelineDefinition } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { definitionUnderTest } from '../testing/definition-under-test.js';
import { applyEdits } from './apply-edits.js';
import type { DefinitionEdit } from './definition-edit.js';

/** The arguments of the only step after the edits, whose paths begin there. */
function edited(Arguments: object, ...edits: readonly DefinitionEdit[]): Json {
  const definition = definitionUnderTest({
    Version: '2020-12-01',
    Steps: [{ Name: 'Train', Type: 'Training', Arguments }],
  });
  const placed = edits.map((edit) => ({ ...edit, path: ['Steps', 0, 'Arguments', ...edit.path] }));
  return plain(applyEdits(definition, placed)).Steps[0]?.Arguments ?? null;
}

function plain(definition: PipelineDefinition): PipelineDefinition {
  return JSON.parse(JSON.stringify(definition));
}

describe('applyEdits', () => {
  it('sets members, and makes the objects that are missing', () => {
    expect(edited({ A: { B: 1, C: 2 } }, { path: ['A', 'B'], value: 3 }, { path: ['D', 'E', 'F'], value: [] })).toEqual(
      {
        A: { B: 3, C: 2 },
        D: { E: { F: [] } },
      },
    );
    expect(edited({ A: null }, { path: ['A', 'B'], value: 1 })).toEqual({ A: { B: 1 } });
  });

  it('removes members, and makes nothing for what is not there', () => {
    expect(edited({ A: { B: 1 } }, { path: ['A', 'B'], remove: true }, { path: ['C', 'D'], remove: true })).toEqual({
      A: {},
    });
  });

  it('takes all positions of a list as they were', () => {
    const edits: readonly DefinitionEdit[] = [
      { path: ['L', 0], remove: true },
      { path: ['L', 2, 'A'], value: 'set' },
      { path: ['L', 1], remove: true },
      { path: ['L', 4], value: 'last' },
      { path: ['L', 3], value: 'appended' },
    ];
    const list = { L: [{ A: 0 }, { A: 1 }, { A: 2 }] };
    expect(edited(list, ...edits)).toEqual({ L: [{ A: 'set' }, 'appended', 'last'] });
    expect(edited(list, ...[...edits].reverse())).toEqual(edited(list, ...edits));
  });

  it('makes the first of two edits of one place, and none inside of another', () => {
    const inner: DefinitionEdit = { path: ['A', 'B'], value: 1 };
    const outer: DefinitionEdit = { path: ['A'], value: { C: 2 } };
    expect(edited({ A: {} }, inner, outer)).toEqual({ A: { C: 2 } });
    expect(edited({ A: {} }, outer, inner)).toEqual({ A: { C: 2 } });
    expect(edited({ A: {} }, outer, { path: ['A'], remove: true })).toEqual({ A: { C: 2 } });
  });

  it('leads into no text, no expression and no key of another kind', () => {
    const given = { T: 'text', G: { Get: 'Parameters.P' }, L: [1], O: {} };
    const edits = ['T', 'G', 'L'].map((key) => ({ path: [key, 'B'], value: 1 }));
    expect(edited(given, ...edits, { path: ['O', 0], value: 1 })).toEqual(given);
  });

  it('leaves what it was given as it was', () => {
    const definition = definitionUnderTest({
      Version: '2020-12-01',
      Steps: [{ Name: 'A', Type: 'Training', Arguments: {} }],
    });
    const before = JSON.stringify(definition);
    applyEdits(definition, [
      { path: ['Steps', 0], remove: true },
      { path: ['Metadata'], value: {} },
    ]);
    expect(JSON.stringify(definition)).toBe(before);
  });
});

import { describe, expect, test } from 'vitest';
import type { BotocoreShape, PublishedModel } from './botocore-model.js';
import { buildDescribeTrees } from './build-describe-trees.js';
import { buildServiceModel } from './build-service-model.js';
import { generate } from './generate.js';
import type { MemberChange, ServiceModelSelection } from './service-model-selection.js';

const text: BotocoreShape = { type: 'string', min: 0, max: 9, pattern: '[\\p{Alnum}]*' };
const shapes: Record<string, BotocoreShape> = {
  CreateThing: {
    type: 'structure',
    required: ['Name', 'Role'],
    members: { Role: { shape: 'Text' }, Name: { shape: 'Text' }, Parts: { shape: 'Parts' }, Main: { shape: 'Part' } },
  },
  Parts: { type: 'list', member: { shape: 'Part' }, min: 0, max: 3 },
  Part: { type: 'structure', members: { Old: { shape: 'Text' }, Count: { shape: 'Count' } } },
  Count: { type: 'long', min: 0 },
  Text: text,
  Unused: text,
  DescribeThing: { type: 'structure', members: { Parts: { shape: 'Parts' }, Made: { shape: 'When' } } },
  When: { type: 'timestamp' },
};

const published: PublishedModel = {
  model: {
    metadata: { apiVersion: '2017-07-24' },
    operations: {
      CreateThing: { input: { shape: 'CreateThing' } },
      DescribeThing: { output: { shape: 'DescribeThing' } },
    },
    shapes,
  },
  botocoreVersion: '1.2.3',
  date: '2026-01-02',
};

const repairs = [{ published: '\\p{Alnum}', javaScript: 'a-z', reason: 'test' }];

function selection(...changes: Omit<MemberChange, 'reason' | 'source'>[]): ServiceModelSelection {
  const stepType = {
    stepType: 'Thing',
    request: 'CreateThing',
    describe: ['DescribeThing'],
    changes: changes.map((change) => ({ ...change, reason: 'because', source: 'test' })),
  };
  return { stepTypes: [stepType], keyedLists: { Parts: 'Count' }, closedEnums: {}, patternRepairs: repairs };
}

describe('buildServiceModel', () => {
  test('keeps what the request reaches, and drops limits that limit nothing', () => {
    const model = buildServiceModel(published, selection());
    expect(Object.keys(model.shapes)).toEqual(['Count', 'Part', 'Parts', 'Text', 'ThingArguments']);
    expect(model.shapes['Text']).toEqual({ type: 'string', pattern: '[a-z]*', max: 9 });
    expect(model.shapes['Parts']).toEqual({ type: 'list', member: 'Part', max: 3 });
    expect(model.shapes['Count']).toEqual({ type: 'integer', min: 0 });
  });

  test('releases, expects and refuses members', () => {
    const model = buildServiceModel(
      published,
      selection(
        { member: 'Name', change: 'release' },
        { member: 'Role', change: 'expect' },
        { member: 'Parts', change: 'refuse' },
      ),
    );
    expect(model.shapes['ThingArguments']).toEqual({
      type: 'structure',
      members: { Role: 'Text', Name: 'Text', Main: 'Part' },
      expected: { Role: 'because' },
      refused: { Parts: 'because' },
    });
  });

  test('copies the shapes on the way to a refused member, and leaves the shared ones alone', () => {
    const model = buildServiceModel(published, selection({ member: 'Parts[].Old', change: 'refuse' }));
    expect(model.shapes['ThingPart']).toMatchObject({ members: { Count: 'Count' }, refused: { Old: 'because' } });
    expect(model.shapes['ThingParts']).toMatchObject({ member: 'ThingPart' });
    expect(model.shapes['ThingArguments']).toMatchObject({ members: { Parts: 'ThingParts', Main: 'Part' } });
    expect(model.shapes['Part']).toMatchObject({ members: { Old: 'Text' } });
  });

  test('rejects a change of a member that AWS no longer has', () => {
    const renamed = selection({ member: 'Parts[].Older.Still', change: 'refuse' });
    expect(() => buildServiceModel(published, renamed)).toThrow('Part has no member Older');
  });

  test('rejects a change at the end of a path that AWS no longer has', () => {
    const renamed = selection({ member: 'Main.Older', change: 'refuse' });
    expect(() => buildServiceModel(published, renamed)).toThrow('Part has no member Older');
  });

  test('names a pattern that JavaScript cannot compile', () => {
    const unrepaired = { ...selection(), patternRepairs: [] };
    expect(() => buildServiceModel(published, unrepaired)).toThrow(/\\p{Alnum}.*patternRepairs/);
  });

  test('names a closed enum that no request has', () => {
    const stale = { ...selection(), closedEnums: { Gone: 'why' } };
    expect(() => buildServiceModel(published, stale)).toThrow('Gone');
  });
});

test('buildDescribeTrees keeps names and kinds, and says which lists have keys', () => {
  expect(buildDescribeTrees(published, selection()).nodes).toEqual({
    DescribeThing: { members: { Parts: 'Parts', Made: 'Timestamp' } },
    Part: { members: { Old: 'String', Count: 'Integer' } },
    Parts: { list: 'Part', keyedBy: 'Count' },
  });
});

test('the order of shapes in the published file does not matter', () => {
  const reordered = { ...published.model, shapes: Object.fromEntries(Object.entries(shapes).reverse()) };
  expect(generate({ ...published, model: reordered }, selection())).toEqual(generate(published, selection()));
});

test('interfaces put expressions at the leaves only', () => {
  const interfaces = generate(published, selection()).get('arguments.ts');
  expect(interfaces).toContain('readonly Name: Expressible<string>;');
  expect(interfaces).toContain('readonly Parts?: readonly Part[];');
  expect(interfaces).toContain('/** an integer, at least 0 */\n  readonly Count?: Expressible<number>;');
});

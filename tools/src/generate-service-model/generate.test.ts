import { describe, expect, test } from 'vitest';
import type { BotocoreShape, PublishedModel } from './botocore-model.js';
import { buildDescribeTrees } from './build-describe-trees.js';
import { buildServiceModel } from './build-service-model.js';
import { generate } from './generate.js';
import type { MemberChange, SelectedStepType, ServiceModelSelection } from './service-model-selection.js';

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
  services: {
    sagemaker: {
      metadata: { apiVersion: '2017-07-24' },
      operations: {
        CreateThing: { input: { shape: 'CreateThing' } },
        DescribeThing: { output: { shape: 'DescribeThing' } },
      },
      shapes,
    },
    bedrock: {
      metadata: { apiVersion: '2023-04-20' },
      operations: {
        CreateCopy: { input: { shape: 'CreateCopy' } },
        GetCopy: { output: { shape: 'GetCopy' } },
      },
      shapes: {
        CreateCopy: { type: 'structure', required: ['copyName'], members: { copyName: { shape: 'Text' } } },
        GetCopy: { type: 'structure', members: { copy: { shape: 'Copy' } } },
        Copy: { type: 'structure', members: { copyName: { shape: 'Text' } } },
        Text: { type: 'string', max: 5 },
      },
    },
  },
  botocoreVersion: '1.2.3',
  date: '2026-01-02',
};

const repairs = [{ published: '\\p{Alnum}', javaScript: 'a-z', reason: 'test' }];

function selection(...changes: Omit<MemberChange, 'reason' | 'source'>[]): ServiceModelSelection {
  return select({
    stepType: 'Thing',
    request: 'CreateThing',
    describe: ['DescribeThing'],
    changes: changes.map((change) => ({ ...change, reason: 'because', source: 'test' })),
  });
}

function select(...stepTypes: SelectedStepType[]): ServiceModelSelection {
  return { stepTypes, closedEnums: {}, patternRepairs: repairs };
}

const copy: SelectedStepType = {
  stepType: 'Copy',
  request: 'CreateCopy',
  service: 'bedrock',
  describe: ['GetCopy'],
  describedMember: 'Copy',
  changes: [],
};

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

  test('marks members that have to be literal, and keeps them required', () => {
    const model = buildServiceModel(published, selection({ member: 'Name', change: 'literal' }));
    expect(model.shapes['ThingArguments']).toMatchObject({
      required: ['Name', 'Role'],
      forms: { Name: { form: 'literal', reason: 'because' } },
    });
  });

  test('adds members that the request does not have', () => {
    const model = buildServiceModel(published, selection({ member: 'More', change: 'add', shape: 'Count' }));
    expect(model.shapes['ThingArguments']).toMatchObject({ members: { More: 'Count' } });
  });

  test('tells the shapes of services apart, and writes members as definitions do', () => {
    const model = buildServiceModel(published, select(copy));
    expect(model.shapes['CopyArguments']).toEqual({
      type: 'structure',
      members: { CopyName: 'BedrockText' },
      required: ['CopyName'],
    });
    expect(model.shapes['BedrockText']).toMatchObject({ max: 5 });
  });

  test('composes a form of shapes that are published, and adapts it', () => {
    const changes = [{ member: 'Thing.Name', change: 'refuse', reason: 'because', source: 'test' }] as const;
    const form = { type: 'structure', members: { Thing: { shape: 'CreateThing' } } };
    const composed = { arguments: form, source: 'test' };
    const model = buildServiceModel(
      published,
      select({ stepType: 'Both', request: 'Pipelines.Both', composed, describe: [], changes }),
    );
    expect(model.requests).toEqual({ 'Pipelines.Both': 'BothArguments' });
    expect(model.shapes['BothArguments']).toMatchObject({ members: { Thing: 'BothCreateThing' } });
    expect(model.shapes['BothCreateThing']).toMatchObject({ required: ['Role'], refused: { Name: 'because' } });
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

test('buildDescribeTrees keeps names and kinds', () => {
  expect(buildDescribeTrees(published, selection()).nodes).toEqual({
    DescribeThing: { members: { Parts: 'Parts', Made: 'Timestamp' } },
    Part: { members: { Old: 'String', Count: 'Integer' } },
    Parts: { list: 'Part' },
  });
});

test('buildDescribeTrees starts at the member that the step stands for', () => {
  const trees = buildDescribeTrees(published, select(copy));
  expect(trees.operations).toEqual({ GetCopy: 'BedrockCopy' });
  expect(trees.nodes).toEqual({ BedrockCopy: { members: { CopyName: 'String' } } });
});

test('the order of shapes in the published file does not matter', () => {
  const sagemaker = { ...published.services.sagemaker, shapes: Object.fromEntries(Object.entries(shapes).reverse()) };
  const reordered = { ...published, services: { ...published.services, sagemaker } };
  expect(generate(reordered, selection())).toEqual(generate(published, selection()));
});

test('interfaces put expressions at the leaves only', () => {
  const interfaces = generate(published, selection()).get('arguments.ts');
  expect(interfaces).toContain('readonly Name: Expressible<string>;');
  expect(interfaces).toContain('readonly Parts?: readonly Part[];');
  expect(interfaces).toContain('/** an integer, at least 0 */\n  readonly Count?: Expressible<number>;');
});

import type { Json } from '@millrace/schema';
import { describe, expect, it, test } from 'vitest';
import { embeddedDefinitions } from './embedded-definitions.js';
import { TemplateContext } from './template-context.js';

const ROLE = { 'Fn::GetAtt': ['Role', 'Arn'] };

function read(PipelineDefinition: Json | undefined) {
  const properties: Record<string, Json> = PipelineDefinition === undefined ? {} : { PipelineDefinition };
  const Pipe = { Type: 'AWS::SageMaker::Pipeline', Properties: { RoleArn: ROLE, ...properties } };
  const Resources = { Pipe, Role: { Type: 'AWS::IAM::Role' }, Job: { Type: 'AWS::IAM::Role' } };
  return embeddedDefinitions(new TemplateContext({ Resources }));
}

/** The arguments of the one step of a definition that is made of parts. */
function argumentsOf(...parts: readonly Json[]): Json | undefined {
  const around = ['{"Version":"2020-12-01","Steps":[{"Name":"A","Type":"Training","Arguments":{', '}}]}'] as const;
  const { definitions, diagnostics } = read({
    PipelineDefinitionBody: { 'Fn::Join': ['', [around[0], ...parts, around[1]]] },
  });
  expect(diagnostics).toEqual([]);
  return definitions[0]?.definition.Steps[0]?.Arguments;
}

const value = (name: string) => ({ 'Millrace:DeployValue': name });

describe('a definition that CloudFormation puts together', () => {
  test.each<[string, readonly Json[], Json]>([
    ['a whole string', ['"a":"', { Ref: 'Job' }, '"'], { a: value('resource:Job') }],
    [
      'a part of a string',
      ['"a":"s3://', { Ref: 'Job' }, '/x"'],
      { a: { 'Millrace:Text': ['s3://', value('resource:Job'), '/x'] } },
    ],
    ['a value of its own', ['"a":', { Ref: 'Count' }], { a: value('template:Count') }],
    ['an entry of a list', ['"a":["x",', { Ref: 'Count' }, ']'], { a: ['x', value('template:Count')] }],
    ['the role of the pipeline', ['"a":"', ROLE, '"'], { a: value('pipelineRoleArn') }],
    [
      'joins in joins',
      ['"a":"', { 'Fn::Join': ['-', ['x', { Ref: 'AWS::Region' }]] }, '"'],
      { a: { 'Millrace:Text': ['x-', value('region')] } },
    ],
    ['what CloudFormation knows itself', ['"a":"', { 'Fn::Join': ['', ['x', 'y']] }, '"'], { a: 'xy' }],
    [
      'two in one string',
      ['"a":"', { Ref: 'Job' }, { Ref: 'Role' }, '"'],
      { a: { 'Millrace:Text': [value('resource:Job'), value('resource:Role')] } },
    ],
    [
      'characters that JSON escapes',
      ['"a":"\\"\\u00e9\\\\', { Ref: 'Job' }, '\\n"'],
      { a: { 'Millrace:Text': ['"é\\', value('resource:Job'), '\n'] } },
    ],
    [
      'what looks like a stand-in',
      ['"a":null,"b":"null","c":"', { Ref: 'Job' }, '"'],
      { a: null, b: 'null', c: value('resource:Job') },
    ],
    ['a dynamic reference', ['"a":"{{resolve:ssm:/x}}"'], { a: value('ssm:/x') }],
    ['both sides of a condition', ['"a":"', { 'Fn::If': ['C', 'x', 'y'] }, '"'], { a: value('template:Fn::If 1') }],
  ])('has %s', (_, parts, expected) => {
    expect(argumentsOf(...parts)).toEqual(expected);
  });

  it('keeps keys as they are', () => {
    expect(argumentsOf('"', { Ref: 'Job' }, '":"', { Ref: 'Role' }, '"')).toEqual({ null: value('resource:Role') });
  });

  it('may be a Fn::Sub, the content of Fn::ToJsonString, or either side of a condition', () => {
    const text = `{"Version":"2020-12-01","Steps":[],"Metadata":{"a":"\${Job}"}}`;
    const content = { Version: '2020-12-01', Steps: [], Metadata: { a: { Ref: 'Job' } } };
    for (const body of [{ 'Fn::Sub': text }, { 'Fn::ToJsonString': content }]) {
      const [found] = read({ PipelineDefinitionBody: body }).definitions;
      expect(found?.definition.Metadata).toEqual({ a: value('resource:Job') });
    }
    const both = read({
      'Fn::If': ['C', { PipelineDefinitionBody: { 'Fn::Sub': text } }, { PipelineDefinitionBody: text }],
    });
    expect(both.definitions.map(({ path }) => path.slice(4))).toEqual([
      ['Fn::If', 1, 'PipelineDefinitionBody'],
      ['Fn::If', 2, 'PipelineDefinitionBody'],
    ]);
  });

  it('is read in a time that grows with its length', () => {
    const parts = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        `${index === 0 ? '' : ','}"a${index}":"x`,
        { Ref: 'Job' },
        '"',
      ]).flat();
    const time = (count: number) => {
      const given = parts(count);
      const start = performance.now();
      argumentsOf(...given);
      return performance.now() - start;
    };
    time(2000);
    expect(time(20_000)).toBeLessThan(40 * Math.max(time(2000), 5));
  });
});

describe('what is no definition', () => {
  test.each<[string, Json | undefined, string]>([
    ['nothing', undefined, 'no-definition'],
    ['text that is no JSON', { PipelineDefinitionBody: 'hello' }, 'no-definition'],
    ['empty text', { PipelineDefinitionBody: '' }, 'no-definition'],
    ['JSON that is no definition', { PipelineDefinitionBody: '[1]' }, 'no-definition'],
    [
      'a definition cut off',
      { PipelineDefinitionBody: { 'Fn::Join': ['', ['{"Version":', { Ref: 'Job' }]] } },
      'no-definition',
    ],
    ['a number', { PipelineDefinitionBody: 7 }, 'no-definition'],
    ['a parameter', { PipelineDefinitionBody: { Ref: 'Body' } }, 'unseen-definition'],
    ['a function', { 'Fn::Transform': {} }, 'unseen-definition'],
    ['text in place of an object', 'hello', 'unseen-definition'],
    ['a place in S3', { PipelineDefinitionS3Location: { Bucket: 'b', Key: 'k' } }, 'unseen-definition'],
  ])('is told of once: %s', (_, definition, code) => {
    const { definitions, diagnostics } = read(definition);
    expect(definitions).toEqual([]);
    expect(diagnostics.map((each) => each.code)).toEqual([`policy/${code}`]);
    expect(diagnostics[0]?.path.slice(0, 4)).toEqual(['Resources', 'Pipe', 'Properties', 'PipelineDefinition']);
  });

  it('says why', () => {
    const messageOf = (definition: Json) => read(definition).diagnostics[0]?.message;
    expect(messageOf({ PipelineDefinitionS3Location: {} })).toBe(
      'no rule looks into the definition of the pipeline "Pipe": it lies in S3',
    );
    expect(messageOf({ PipelineDefinitionBody: '{"Version":"2020-12-01"}' })).toMatch(
      /^the pipeline "Pipe" has no definition that could be checked: .*Steps/,
    );
  });
});

import { type Json, projectConfigSchema } from '@millrace/schema';
import { describe, expect, it, test } from 'vitest';
import { judgeText, judgeValue } from '../values/judge-value.js';
import { TemplateContext } from './template-context.js';

const TEMPLATE = {
  Parameters: {
    Image: { Type: 'String', Default: 'a:1', AllowedValues: ['a:1', 'b:latest'] },
    Count: { Type: 'Number', Default: '3' },
    Open: { Type: 'String' },
    Subnets: { Type: 'List<AWS::EC2::Subnet::Id>', Default: 'subnet-1' },
    Ssm: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/ml/image' },
  },
  Mappings: {
    Accounts: { 'us-east-1': { dlc: '111122223333' }, 'eu-west-1': { dlc: '444455556666' } },
  },
  Resources: {
    Key: { Type: 'AWS::KMS::Key', Metadata: { 'aws:cdk:path': 'Stack/Store/Key/Resource' } },
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'jobs' } },
    Bad: { Properties: {} },
    Worse: 'text',
  },
};

const { environments } = projectConfigSchema.parse({ environments: { prod: { region: 'eu-west-1' } } });
const config = environments['prod'];
const FOR_PROD = config === undefined ? {} : { environment: { name: 'prod', config } };
const context = new TemplateContext(TEMPLATE);

/** What a rule sees of a value as text. */
function seen(json: Json, given = new TemplateContext(TEMPLATE)): string {
  const texts: (string | undefined)[] = [];
  const { because } = judgeText(given.read(json), (text) => {
    texts.push(text);
    return 'holds';
  });
  return texts.length === 0 ? because : texts.join(' | ');
}

describe('read', () => {
  test.each<[string, Json, string]>([
    ['literals', 'a', 'a'],
    ['parameters, by default and otherwise', { Ref: 'Image' }, 'a:1 | b:latest'],
    ['numbers', { Ref: 'Count' }, '3'],
    ['parameters without default', { Ref: 'Open' }, 'the parameter "Open" has no default'],
    ['lists that a deployment gives', { Ref: 'Subnets' }, '<template:Subnets>'],
    ['parameters of the Parameter Store', { Ref: 'Ssm' }, '<ssm:/ml/image>'],
    ['dynamic references', 'x/{{resolve:ssm:/ml/tag:2}}', 'x/<ssm:/ml/tag>'],
    ['secrets, which are written out', '{{resolve:secretsmanager:db}}', '{{resolve:secretsmanager:db}}'],
    [
      'pseudo parameters',
      { 'Fn::Sub': `\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.\${AWS::URLSuffix}` },
      '<account>.dkr.ecr.<region>.amazonaws.com',
    ],
    ['resources', { 'Fn::GetAtt': ['Key', 'Arn'] }, '<resource:Key.Arn>'],
    ['resources in the short form', { 'Fn::GetAtt': 'Key.Arn' }, '<resource:Key.Arn>'],
    [
      'joins',
      { 'Fn::Join': ['/', ['s3:/', { Ref: 'Key' }, { 'Fn::Join': ['', ['x', 1]] }]] },
      's3://<resource:Key>/x1',
    ],
    [
      'substitutions with names of their own',
      { 'Fn::Sub': [`\${A}-\${!A}-\${Role.Arn}`, { A: { Ref: 'Count' } }] },
      `3-\${A}-<resource:Role.Arn>`,
    ],
    ['exports of other stacks', { 'Fn::ImportValue': 'Shared:Key' }, '<resource:Shared:Key>'],
    ['both sides of conditions', { 'Fn::If': ['IsProd', 'a', { Ref: 'Role' }] }, 'a | <resource:Role>'],
    ['both sides inside of texts', { 'Fn::Join': ['', ['x-', { 'Fn::If': ['IsProd', 'a', 'b'] }]] }, 'x-a | x-b'],
    ['choices of a list', { 'Fn::Select': ['1', ['a', { Ref: 'Role' }]] }, '<resource:Role>'],
    ['mappings with a key', { 'Fn::FindInMap': ['Accounts', 'us-east-1', 'dlc'] }, '111122223333'],
    [
      'mappings by region',
      { 'Fn::FindInMap': ['Accounts', { Ref: 'AWS::Region' }, 'dlc'] },
      '111122223333 | 444455556666',
    ],
    ['nothing that CloudFormation alone can work out', { 'Fn::GetAZs': '' }, '<template:Fn::GetAZs 1>'],
    ['what is malformed', { 'Fn::Sub': 7 }, '<template:Fn::Sub 1>'],
  ])('%s', (_, json, expected) => {
    expect(seen(json)).toBe(expected);
  });

  it('reads what is absent, and what is neither text nor number', () => {
    expect(context.read(undefined)).toEqual({ kind: 'absent' });
    expect(context.read({ Ref: 'AWS::NoValue' })).toEqual({ kind: 'absent' });
    expect(context.read([{ Ref: 'Image' }])).toEqual({ kind: 'structure' });
    expect(context.read(false)).toEqual({ kind: 'literal', value: false });
  });

  it('knows what the environment names', () => {
    const prod = new TemplateContext(TEMPLATE, FOR_PROD);
    expect(seen({ Ref: 'AWS::Region' }, prod)).toBe('eu-west-1');
    expect(seen({ 'Fn::FindInMap': ['Accounts', { Ref: 'AWS::Region' }, 'dlc'] }, prod)).toBe('444455556666');
  });

  it('is sure of a choice only where both sides say the same', () => {
    const isA = (json: Json) => judgeValue(context.read(json), (given) => given === 'a');
    expect(isA({ 'Fn::If': ['C', 'a', 'a'] }).verdict).toBe('holds');
    expect(isA({ 'Fn::If': ['C', 'a', 'b'] })).toEqual({
      verdict: 'unknown',
      because: 'the condition "C" makes it "b"',
    });
    expect(isA({ 'Fn::If': ['C', 'b', 'c'] }).verdict).toBe('violated');
    expect(isA({ 'Fn::If': ['C', 'a', { Ref: 'AWS::NoValue' }] }).because).toBe('the condition "C" makes it nothing');
  });
});

describe('resources', () => {
  it('have the path of their construct, where the CDK wrote it', () => {
    expect(context.resources.map(({ logicalId, construct, path }) => [logicalId, construct, path])).toEqual([
      ['Key', 'Stack/Store/Key/Resource', ['Resources', 'Key']],
      ['Role', 'Role', ['Resources', 'Role']],
    ]);
    expect(context.ofType('AWS::IAM::Role')[0]?.properties).toEqual({ RoleName: 'jobs' });
  });

  it('are found by what names them', () => {
    expect(context.resourceOf({ Ref: 'Role' })?.logicalId).toBe('Role');
    expect(context.resourceOf({ 'Fn::Sub': `\${Key.Arn}` })?.logicalId).toBe('Key');
    expect(context.resourceOf({ Ref: 'Image' })).toBeUndefined();
    const bothOfThem = { 'Fn::Join': ['', [{ Ref: 'Key' }, { 'Fn::If': ['C', { Ref: 'Role' }, { Ref: 'Key' }] }]] };
    expect(context.resourceOf(bothOfThem)).toBeUndefined();
    expect(context.resourcesIn(bothOfThem).map(({ logicalId }) => logicalId)).toEqual(['Key', 'Role']);
  });

  it.each([null, 'text', [], {}, { Resources: [] }])('are none in %j', (template) => {
    expect(new TemplateContext(template).resources).toEqual([]);
  });
});

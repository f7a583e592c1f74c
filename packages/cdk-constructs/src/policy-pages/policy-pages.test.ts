import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { examples } from '../../test/examples/index.js';
import { RolePolicy, type RoleStatement } from '../role-policy/role-policy.js';
import { policyLength } from './policy-length.js';

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `arn:aws:s3:::bucket-${index}/${'x'.repeat(80)}/*`);

function roleWith(statements: readonly RoleStatement[], policies = 1): { stack: Stack; template: Template } {
  const stack = new Stack(new App(), 'S');
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  for (let index = 0; index < policies; index++) new RolePolicy(stack, `Policy${index}`, { role, statements });
  return { stack, template: Template.fromStack(stack) };
}

function documentsOf(template: Template): { Statement: Record<string, unknown>[] }[] {
  return Object.values(template.findResources('AWS::IAM::ManagedPolicy')).map(
    ({ Properties }) => Properties.PolicyDocument,
  );
}

describe('policies of a role', () => {
  it('are as many as IAM needs, and allow together what the statements say', () => {
    const resources = names(150);
    const { template } = roleWith([
      { sid: 'Read', actions: ['s3:GetObject'], resources, wildcard: 'keys are made later' },
    ]);
    const documents = documentsOf(template);
    expect(documents.length).toBeGreaterThan(2);
    for (const document of documents) expect(JSON.stringify(document).length).toBeLessThanOrEqual(6144);
    const statements = documents.flatMap(({ Statement }) => Statement);
    expect(statements.flatMap(({ Resource }) => Resource)).toEqual(resources);
    const sids = statements.map(({ Sid }) => Sid);
    expect(sids[0]).toBe('Read');
    expect(new Set(sids).size).toBe(sids.length);
  });

  it('share out the alternatives of a condition where there is one resource', () => {
    const prefixes = names(150);
    const conditions = {
      StringLike: { 's3:prefix': prefixes },
      StringEquals: { 'aws:ResourceAccount': '111111111111' },
    };
    const statement = { sid: 'List', actions: ['s3:ListBucket'], resources: ['arn:aws:s3:::bucket'], conditions };
    const statements = documentsOf(roleWith([statement]).template).flatMap(({ Statement }) => Statement);
    const found = statements.map(({ Condition }) => Condition as typeof conditions);
    expect(found.flatMap(({ StringLike }) => StringLike['s3:prefix'])).toEqual(prefixes);
    expect(found.every(({ StringEquals }) => StringEquals['aws:ResourceAccount'] === '111111111111')).toBe(true);
  });

  it('warn where they are more than IAM attaches by default, and are refused where it never does', () => {
    const statement = { sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::bucket/key'] };
    const { stack } = roleWith([statement], 11);
    Annotations.fromStack(stack).hasWarning(
      '*',
      Match.stringLikeRegexp('needs 11 managed policies, and IAM attaches 10'),
    );
    expect(() => roleWith([statement], 21)).toThrow('needs 21 managed policies. IAM attaches 20 at most.');
  });
});

describe.each(examples.map(({ name, make }) => [name, make] as const))('the example %s', (_, make) => {
  it('has no policy that is longer than IAM takes', async () => {
    const stack = await make(new App());
    for (const document of documentsOf(Template.fromStack(stack)))
      expect(policyLength(document)).toBeLessThanOrEqual(6144);
  });
});

import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { RolePolicy, type RoleStatement } from './role-policy.js';

function violations(statement: (bucket: s3.Bucket) => Partial<RoleStatement>): readonly string[] {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const bucket = new s3.Bucket(stack, 'Bucket');
  const role = iam.Role.fromRoleName(stack, 'Role', 'r');
  new RolePolicy(stack, 'Policy', {
    role,
    statements: [{ sid: 'A', actions: ['s3:GetObject'], resources: [], ...statement(bucket) }],
  });
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.map(({ ruleName }) => ruleName)
    .filter((name) => name.includes('IAM5'));
}

describe('RolePolicy', () => {
  it('acknowledges the wildcards of a statement, spelt as cdk-nag spells them', () => {
    expect(violations((bucket) => ({ resources: [bucket.arnForObjects('models/*')], wildcard: 'x' }))).toEqual([]);
    expect(violations(() => ({ resources: ['*'], wildcard: 'x' }))).toEqual([]);
  });

  it('leaves wildcards without a reason to the pack', () => {
    expect(violations((bucket) => ({ resources: [bucket.arnForObjects('models/*')] }))).toHaveLength(1);
  });
});

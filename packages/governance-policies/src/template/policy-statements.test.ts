import { formatPath, type Json } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { policyStatements } from './policy-statements.js';
import { TemplateContext } from './template-context.js';

const allow = (more: object) => ({ Statement: { Effect: 'Allow', ...more } });

const context = new TemplateContext({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: allow({
          Principal: { Service: 'sagemaker.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
        Policies: [{ PolicyName: 'inline', PolicyDocument: allow({ Action: 's3:GetObject', Resource: '*' }) }],
        ManagedPolicyArns: [{ Ref: 'Second' }],
      },
    },
    First: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        Roles: [{ Ref: 'Role' }],
        PolicyDocument: {
          Statement: [
            { Sid: 'Pass', Effect: 'Deny', NotAction: ['iam:*'], NotResource: ['x'] },
            { 'Fn::If': ['IsProd', { Effect: 'Maybe', Action: 'a:b' }, { Ref: 'AWS::NoValue' }] },
          ],
        },
      },
    },
    Second: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: allow({ Action: 'kms:Decrypt' }) } },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Guard: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Bucket' },
        PolicyDocument: allow({
          Principal: '*',
          NotPrincipal: { AWS: ['a', { 'Fn::GetAtt': ['Role', 'Arn'] }] },
          Action: 's3:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' }, ArnLike: { 'aws:SourceArn': ['a', 'b'] } },
        }),
      },
    },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: allow({ Action: 'kms:*' }) } },
    Queue: { Type: 'AWS::SQS::QueuePolicy', Properties: { PolicyDocument: 'no document', Queues: 7 } },
  },
});

const statements = policyStatements(context);

describe('policyStatements', () => {
  it('finds all policies, says where they stand and whose they are', () => {
    const told = statements.map(({ kind, owners, path }) => [
      kind,
      owners.map(({ logicalId }) => logicalId).join(),
      formatPath(path),
    ]);
    expect(told).toEqual([
      ['trust', 'Role', 'Resources.Role.Properties.AssumeRolePolicyDocument.Statement'],
      ['identity', 'Role', 'Resources.Role.Properties.Policies[0].PolicyDocument.Statement'],
      ['identity', 'Role', 'Resources.First.Properties.PolicyDocument.Statement[0]'],
      [
        'identity',
        'Role',
        expect.stringMatching(/^Resources\.First\.Properties\.PolicyDocument\.Statement\[1\].*1\]$/),
      ],
      ['identity', 'Role', 'Resources.Second.Properties.PolicyDocument.Statement'],
      ['resource', 'Bucket', 'Resources.Guard.Properties.PolicyDocument.Statement'],
      ['resource', 'Key', 'Resources.Key.Properties.KeyPolicy.Statement'],
    ]);
  });

  it('makes lists of what may be one value', () => {
    const [trust, , deny, doubtful, , guard] = statements;
    expect(trust?.principals).toMatchObject([{ type: 'Service', value: 'sagemaker.amazonaws.com' }]);
    expect(deny).toMatchObject({ sid: 'Pass', effect: 'Deny', actions: [], notActions: [{ value: 'iam:*' }] });
    expect(doubtful?.effect).toBeUndefined();
    expect(guard?.principals).toMatchObject([{ type: '*', value: '*' }]);
    expect(guard?.notPrincipals.map(({ value }) => value)).toEqual(['a', { 'Fn::GetAtt': ['Role', 'Arn'] }]);
    expect(guard?.conditions.map(({ operator, key, values }) => [operator, key, values.length])).toEqual([
      ['Bool', 'aws:SecureTransport', 1],
      ['ArnLike', 'aws:SourceArn', 2],
    ]);
  });

  it('reads policies that are text', () => {
    const text = [
      '{"Statement":{"Effect":"Allow","Principal":{"AWS":"',
      { 'Fn::GetAtt': ['Role', 'Arn'] },
      '"},"Action":"*"}}',
    ];
    const group = (ModelPackageGroupPolicy: Json) => {
      const Group = { Type: 'AWS::SageMaker::ModelPackageGroup', Properties: { ModelPackageGroupPolicy } };
      return new TemplateContext({ Resources: { Group, Role: { Type: 'AWS::IAM::Role' } } });
    };
    const joined = group({ 'Fn::Join': ['', text] });
    const [statement] = policyStatements(joined);
    expect(statement?.actions).toMatchObject([{ value: '*' }]);
    const [principal] = statement?.principals ?? [];
    expect(joined.read(principal?.value)).toEqual({ kind: 'deployValue', name: 'resource:Role.Arn' });
    expect(joined.resourceOf(principal?.value)?.logicalId).toBe('Role');
    expect(policyStatements(group('{"Statement":[{"Effect":"Deny"}]}'))).toHaveLength(1);
    expect(policyStatements(group('no policy'))).toEqual([]);
  });
});

import { deployValue } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import type { PolicyStatement } from '../platform-model.js';
import { type BoundPrincipal, type BoundStatement, bindStatements } from './bound-statement.js';
import { type AccessRequest, evaluateRequest } from './evaluate-request.js';

const OURS = '111111111111';
const THEIRS = '222222222222';
const object = 'arn:aws:s3:::data/a';
const role = (account: string, name = 'worker') =>
  ({ kind: 'role', arn: `arn:aws:iam::${account}:role/${name}` }) as const;

const request = (given: Partial<AccessRequest> = {}): AccessRequest => ({
  caller: role(OURS),
  action: 's3:GetObject',
  resource: object,
  resourceAccount: OURS,
  ...given,
});

const statement = (given: Partial<BoundStatement> = {}): BoundStatement => ({
  sid: 'Allow',
  effect: 'Allow',
  actions: ['s3:GetObject'],
  resources: ['arn:aws:s3:::data/*'],
  conditions: {},
  ...given,
});

const toAll = (...principals: BoundPrincipal[]) => statement({ sid: 'ByResource', principals });
const account = (id: string): BoundPrincipal => ({ kind: 'account', account: id });
const deny = (given: Partial<BoundStatement> = {}) => statement({ sid: 'Deny', effect: 'Deny', ...given });
const fromOthers = request({ caller: role(THEIRS) });

describe('within an account', () => {
  it('allows nothing by itself', () => {
    expect(evaluateRequest(request(), { identity: [] })).toEqual({ outcome: 'not allowed', by: [] });
  });

  it('allows what the role may do, and tells by which statement', () => {
    expect(evaluateRequest(request(), { identity: [statement()] })).toEqual({ outcome: 'allowed', by: ['Allow'] });
  });

  it.each([
    ['another action', { action: 's3:PutObject' }],
    ['another resource', { resource: 'arn:aws:s3:::others/a' }],
  ])('does not allow %s', (_, other) => {
    expect(evaluateRequest(request(other), { identity: [statement()] }).outcome).toBe('not allowed');
  });

  it('takes actions in any case, as AWS does', () => {
    expect(evaluateRequest(request({ action: 'S3:getobject' }), { identity: [statement()] }).outcome).toBe('allowed');
  });

  it('allows what the policy of the resource gives the role itself', () => {
    expect(evaluateRequest(request(), { identity: [], resource: [toAll(role(OURS))] }).outcome).toBe('allowed');
    expect(evaluateRequest(request(), { identity: [], resource: [toAll(role(OURS, 'x'))] }).outcome).toBe(
      'not allowed',
    );
  });

  it('lets the policy of the role decide where that of the resource names the account', () => {
    const resource = [toAll(account(OURS))];
    expect(evaluateRequest(request(), { identity: [], resource }).outcome).toBe('not allowed');
    expect(evaluateRequest(request(), { identity: [statement()], resource }).outcome).toBe('allowed');
  });

  it.each([
    ['of the role', { identity: [statement(), deny()] }],
    ['of the resource', { identity: [statement()], resource: [deny({ principals: [{ kind: 'everyone' }] })] }],
    ['over the resource', { identity: [deny()], resource: [toAll(role(OURS))] }],
  ])('lets a denial win: %s', (_, policies) => {
    expect(evaluateRequest(request(), policies)).toEqual({ outcome: 'denied by a statement', by: ['Deny'] });
  });

  it('does not deny others what one is denied', () => {
    const resource = [deny({ principals: [role(OURS, 'x')] })];
    expect(evaluateRequest(request(), { identity: [statement()], resource }).outcome).toBe('allowed');
  });
});

describe('a resource that decides: a key of KMS', () => {
  it('is closed to roles of its account that its policy does not speak of', () => {
    const policies = { identity: [statement()], resourceDecides: true };
    expect(evaluateRequest(request(), { ...policies, resource: [] }).outcome).toBe('not allowed');
    expect(evaluateRequest(request(), { ...policies, resource: [toAll(account(OURS))] }).outcome).toBe('allowed');
  });
});

describe('between accounts', () => {
  it.each([
    ['neither side', [], [], 'not allowed'],
    ['only the role', [statement()], [], 'not allowed'],
    ['only the resource, naming the account', [], [toAll(account(THEIRS))], 'not allowed'],
    ['only the resource, naming the role', [], [toAll(role(THEIRS))], 'not allowed'],
    ['both, naming the account', [statement()], [toAll(account(THEIRS))], 'allowed'],
    ['both, naming the role', [statement()], [toAll(role(THEIRS))], 'allowed'],
    ['both, naming everyone', [statement()], [toAll({ kind: 'everyone' })], 'allowed'],
    ['both, naming another account', [statement()], [toAll(account('333333333333'))], 'not allowed'],
  ] as const)('allows when %s allows: %#', (...[, identity, resource, outcome]) => {
    expect(evaluateRequest(fromOthers, { identity, resource }).outcome).toBe(outcome);
  });

  it('lets a denial win on either side', () => {
    const both = { identity: [statement()], resource: [toAll(account(THEIRS))] };
    expect(evaluateRequest(fromOthers, { ...both, identity: [...both.identity, deny()] }).outcome).toContain('denied');
    const closed = [...both.resource, deny({ principals: [account(THEIRS)] })];
    expect(evaluateRequest(fromOthers, { ...both, resource: closed }).outcome).toContain('denied');
  });
});

describe('services', () => {
  const trust = [
    statement({
      sid: 'Trust',
      principals: [{ kind: 'service', service: 'sagemaker.amazonaws.com' }],
      actions: ['sts:AssumeRole'],
      resources: [],
      conditions: { StringEquals: { 'aws:SourceAccount': [OURS] } },
    }),
  ];
  const assume = (service: string, context = {}) =>
    evaluateRequest(
      request({
        caller: { kind: 'service', service },
        action: 'sts:AssumeRole',
        resource: role(OURS).arn,
        context,
      }),
      { identity: [], resource: trust, resourceDecides: true },
    ).outcome;

  it('assume a role that trusts them, for whom it trusts', () => {
    expect(assume('sagemaker.amazonaws.com', { 'aws:SourceAccount': OURS })).toBe('allowed');
    expect(assume('sagemaker.amazonaws.com', { 'aws:SourceAccount': THEIRS })).toBe('not allowed');
    expect(assume('sagemaker.amazonaws.com')).toBe('not allowed');
    expect(assume('lambda.amazonaws.com', { 'aws:SourceAccount': OURS })).toBe('not allowed');
  });
});

describe('what follows from a request', () => {
  it.each([
    ['TLS', { Bool: { 'aws:SecureTransport': ['true'] } }],
    ['the caller', { ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${OURS}:role/*`] } }],
    ['the account of the caller', { StringEquals: { 'aws:PrincipalAccount': [OURS] } }],
    ['the account of the resource', { StringEquals: { 'aws:ResourceAccount': [OURS] } }],
  ])('is known to conditions: %s', (_, conditions) => {
    expect(evaluateRequest(request(), { identity: [statement({ conditions })] }).outcome).toBe('allowed');
  });

  it('gives way to what the request says', () => {
    const open = request({ context: { 'aws:SecureTransport': 'false' } });
    const conditions = { Bool: { 'aws:SecureTransport': ['true'] } };
    expect(evaluateRequest(open, { identity: [statement({ conditions })] }).outcome).toBe('not allowed');
  });
});

describe('binding', () => {
  const statements: readonly PolicyStatement[] = [
    {
      sid: 'S',
      effect: 'Allow',
      principals: [{ kind: 'account', account: deployValue('account') }],
      actions: ['s3:GetObject'],
      resources: [{ 'Millrace:Text': ['arn:aws:s3:::', deployValue('bucket'), '/*'] }],
      conditions: { StringEquals: { k: deployValue('account') }, StringLike: { l: ['a', deployValue('bucket')] } },
      why: '',
    },
  ];

  it('puts values in everywhere', () => {
    const values = new Map([['account', OURS] as const, ['bucket', 'data'] as const]);
    expect(bindStatements(statements, values)).toEqual([
      {
        sid: 'S',
        effect: 'Allow',
        principals: [{ kind: 'account', account: OURS }],
        actions: ['s3:GetObject'],
        resources: ['arn:aws:s3:::data/*'],
        conditions: { StringEquals: { k: [OURS] }, StringLike: { l: ['a', 'data'] } },
      },
    ]);
  });

  it('says what has no value', () => {
    expect(() => bindStatements(statements, new Map())).toThrow('account');
  });
});

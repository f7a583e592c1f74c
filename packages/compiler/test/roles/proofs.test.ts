import { describe, expect, it } from 'vitest';
import { bucketPolicyOf } from '../../src/platform/bucket-policy-of.js';
import type { BoundStatement } from '../../src/platform/evaluate/bound-statement.js';
import {
  type AccessRequest,
  type BearingPolicies,
  evaluateRequest,
} from '../../src/platform/evaluate/evaluate-request.js';
import { keyPolicyOf } from '../../src/platform/key-policy-of.js';
import { registryOf } from '../../src/platform/registry-of.js';
import { jobRoleOf } from '../../src/platform/roles/job-role.js';
import { pipelineRoleOf } from '../../src/platform/roles/pipeline-role.js';
import { expectCompiles } from '../../src/testing/expect-compiles.js';
import { ACCOUNT, arn, BUCKET, deployed, JOB_ROLE, KEY, objectIn, PIPELINE_ROLE } from './deployment.js';

const PRODUCTION = '222222222222';
const STRANGER = '333333333333';

const spec = (approval = '') => `
projectName: churn
modelPackageGroupName: churn
prodAccountId: "${PRODUCTION}"
pipeline:
  parameters: [{ name: Approval, type: String, defaultValue: PendingManualApproval, enumValues: [PendingManualApproval, Approved] }]
  steps:
    - name: Train
      type: Training
      training:
        imageUri: ${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/train:1
        instanceType: ml.m5.large
        inputChannels: [{ channelName: train, s3Uri: "s3://<default_bucket>/data/train" }]
    - { name: Register, type: RegisterModel, register: { modelDataStep: Train${approval} } }
`;

const compiled = await expectCompiles(spec());
const pipelineRole = deployed(pipelineRoleOf(compiled).statements);
const jobRole = deployed(jobRoleOf(compiled).statements);
const bucketPolicy = deployed(bucketPolicyOf(compiled));
const keyPolicy = deployed(keyPolicyOf(compiled));
const groupPolicy = deployed(registryOf(compiled)[0]?.policy ?? []);

const model = objectIn(BUCKET, 'dev/churn-sm-pipeline/models/kytlemm1lvpq/x/output/model.tar.gz');
const packageArn = arn('sagemaker', 'model-package/churn/3');

type Wish = Omit<AccessRequest, 'caller' | 'resourceAccount'>;

function ask(role: string, wish: Wish, policies: BearingPolicies): string {
  return evaluateRequest({ caller: { kind: 'role', arn: role }, resourceAccount: ACCOUNT, ...wish }, policies).outcome;
}

/** A role to which people have given far too much. */
const everything: BoundStatement = {
  sid: 'Everything',
  effect: 'Allow',
  actions: ['*'],
  resources: ['*'],
  conditions: {},
};

describe('the pipeline cannot approve its own models', () => {
  const approve = (action: string) => ({
    action: `sagemaker:${action}`,
    resource: packageArn,
    context: { 'sagemaker:ModelApprovalStatus': 'Approved' },
  });
  const outcome = (action: string, identity: readonly BoundStatement[]) =>
    ask(PIPELINE_ROLE, approve(action), { identity });

  it.each(['CreateModelPackage', 'UpdateModelPackage'])('by %s', (action) => {
    expect(outcome(action, pipelineRole)).toBe('denied by a statement');
  });

  it.each(['CreateModelPackage', 'UpdateModelPackage'])('by %s, whatever else its role is given', (action) => {
    expect(outcome(action, [...pipelineRole, everything])).toBe('denied by a statement');
    const unguarded = pipelineRole.filter(({ effect }) => effect === 'Allow');
    expect(outcome(action, [...unguarded, everything])).toBe('allowed');
  });

  it('registers models that wait for approval, and rejects none', () => {
    const register = (status: string) => ({
      action: 'sagemaker:CreateModelPackage',
      resource: packageArn,
      context: { 'sagemaker:ModelApprovalStatus': status },
    });
    expect(ask(PIPELINE_ROLE, register('PendingManualApproval'), { identity: pipelineRole })).toBe('allowed');
    expect(ask(PIPELINE_ROLE, register('Rejected'), { identity: pipelineRole })).toBe('not allowed');
  });

  it('not even by a parameter that lists Approved: whoever starts it must not approve', async () => {
    const given = await expectCompiles(spec(', approvalStatus: { parameter: Approval }'));
    expect(outcome('CreateModelPackage', deployed(pipelineRoleOf(given).statements))).toBe('denied by a statement');
  });

  it('unless the spec says so, and then only while it registers', async () => {
    const given = await expectCompiles(spec(', approvalStatus: Approved'));
    const statements = deployed(pipelineRoleOf(given).statements);
    expect(outcome('CreateModelPackage', statements)).toBe('allowed');
    expect(outcome('UpdateModelPackage', [...statements, everything])).toBe('denied by a statement');
    const others = { ...approve('CreateModelPackage'), resource: arn('sagemaker', 'model-package/others/1') };
    expect(ask(PIPELINE_ROLE, others, { identity: statements })).toBe('not allowed');
  });
});

describe('a consumer account', () => {
  const runs = `arn:aws:iam::${PRODUCTION}:role/millrace-model-exec-churn`;
  const deploys = `arn:aws:iam::${PRODUCTION}:role/cdk-hnb659fds-cfn-exec-role-${PRODUCTION}-eu-west-1`;
  const viaS3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' };
  const fromBucket = { identity: [everything], resource: bucketPolicy };
  const fromKey = { identity: [everything], resource: keyPolicy, resourceDecides: true };
  const fromGroup = { identity: [everything], resource: groupPolicy };

  it.each<readonly [string, string, Wish, BearingPolicies]>([
    ['the artifacts of models', runs, { action: 's3:GetObject', resource: model }, fromBucket],
    ['by decrypting them', runs, { action: 'kms:Decrypt', resource: KEY, context: viaS3 }, fromKey],
    ['packages', deploys, { action: 'sagemaker:DescribeModelPackage', resource: packageArn }, fromGroup],
    ['packages, to make models of them', deploys, { action: 'sagemaker:CreateModel', resource: packageArn }, fromGroup],
    [
      'the group',
      deploys,
      { action: 'sagemaker:DescribeModelPackageGroup', resource: arn('sagemaker', 'model-package-group/churn') },
      fromGroup,
    ],
  ])('reads %s', (...[, role, wish, policies]) => {
    expect(ask(role, wish, policies)).toBe('allowed');
    // Both sides have to agree.
    expect(ask(role, wish, { ...policies, identity: [] })).toBe('not allowed');
    expect(ask(role, wish, { ...policies, resource: [] })).toBe('not allowed');
    expect(ask(role.replaceAll(PRODUCTION, STRANGER), wish, policies)).toBe('not allowed');
  });

  it.each<readonly [string, Wish, BearingPolicies]>([
    ['write artifacts', { action: 's3:PutObject', resource: model }, fromBucket],
    ['delete artifacts', { action: 's3:DeleteObject', resource: model }, fromBucket],
    ['list the bucket', { action: 's3:ListBucket', resource: `arn:aws:s3:::${BUCKET}` }, fromBucket],
    ['read training data', { action: 's3:GetObject', resource: objectIn(BUCKET, 'data/train/1.csv') }, fromBucket],
    ['encrypt', { action: 'kms:GenerateDataKey', resource: KEY, context: viaS3 }, fromKey],
    ['decrypt outside of S3', { action: 'kms:Decrypt', resource: KEY }, fromKey],
    [
      'make grants',
      { action: 'kms:CreateGrant', resource: KEY, context: { 'kms:GrantIsForAWSResource': 'true' } },
      fromKey,
    ],
    [
      'approve',
      {
        action: 'sagemaker:UpdateModelPackage',
        resource: packageArn,
        context: { 'sagemaker:ModelApprovalStatus': 'Approved' },
      },
      fromGroup,
    ],
    ['delete packages', { action: 'sagemaker:DeleteModelPackage', resource: packageArn }, fromGroup],
    ['register', { action: 'sagemaker:CreateModelPackage', resource: packageArn }, fromGroup],
  ])('cannot %s, with any rights of its own', (_, wish, policies) => {
    for (const role of [runs, deploys]) expect(ask(role, wish, policies)).toBe('not allowed');
  });

  it('reads models with no other of its roles', () => {
    const person = `arn:aws:iam::${PRODUCTION}:role/ann`;
    expect(ask(person, { action: 's3:GetObject', resource: model }, fromBucket)).toBe('not allowed');
  });
});

describe('the bucket', () => {
  const write = (context: AccessRequest['context']): Wish => ({
    action: 's3:PutObject',
    resource: model,
    context: context ?? {},
  });
  const outcome = (wish: Wish) => ask(JOB_ROLE, wish, { identity: jobRole, resource: bucketPolicy });
  const encryption = 's3:x-amz-server-side-encryption';

  it('takes what jobs write', () => {
    expect(outcome(write({}))).toBe('allowed');
    expect(outcome(write({ [encryption]: 'aws:kms', [`${encryption}-aws-kms-key-id`]: KEY }))).toBe('allowed');
  });

  it.each([
    ['without TLS', { 'aws:SecureTransport': 'false' }],
    ['with an old TLS', { 's3:TlsVersion': '1.1' }],
    [
      'under another key',
      { [encryption]: 'aws:kms', [`${encryption}-aws-kms-key-id`]: `arn:aws:kms:eu-west-1:${STRANGER}:key/k` },
    ],
    ['without KMS', { [encryption]: 'AES256' }],
    ['under keys of clients', { [`${encryption}-customer-algorithm`]: 'AES256' }],
  ])('takes nothing %s', (_, context) => {
    expect(outcome(write(context))).toBe('denied by a statement');
    expect(ask(JOB_ROLE, write(context), { identity: [everything], resource: bucketPolicy })).toBe(
      'denied by a statement',
    );
  });

  it('gives nothing without TLS', () => {
    const read = { action: 's3:GetObject', resource: model, context: { 'aws:SecureTransport': 'false' } };
    expect(outcome(read)).toBe('denied by a statement');
  });
});

describe('the roles are assumed', () => {
  const assume = (trust: readonly BoundStatement[], source: string, account = ACCOUNT) =>
    evaluateRequest(
      {
        caller: { kind: 'service', service: 'sagemaker.amazonaws.com' },
        action: 'sts:AssumeRole',
        resource: PIPELINE_ROLE,
        resourceAccount: ACCOUNT,
        context: { 'aws:SourceAccount': account, 'aws:SourceArn': source },
      },
      { identity: [], resource: trust, resourceDecides: true },
    ).outcome;
  const pipeline = deployed(pipelineRoleOf(compiled).trust);
  const job = deployed(jobRoleOf(compiled).trust);
  const execution = arn('sagemaker', 'pipeline/churn-sm-pipeline/execution/kytlemm1lvpq');
  const training = arn('sagemaker', 'training-job/pipelines-x');

  it.each([
    ['the pipeline', pipeline, execution, 'allowed'],
    ['another pipeline', pipeline, arn('sagemaker', 'pipeline/other/execution/x'), 'not allowed'],
    ['a job, as the pipeline', pipeline, training, 'not allowed'],
    ['a job', job, training, 'allowed'],
    ['the pipeline, as a job', job, execution, 'not allowed'],
    ['a notebook', job, arn('sagemaker', 'notebook-instance/x'), 'not allowed'],
  ] as const)('for %s: %#', (...[, trust, source, expected]) => {
    expect(assume(trust, source)).toBe(expected);
    expect(assume(trust, source, STRANGER)).toBe('not allowed');
  });

  it('finds the pipeline by both spellings of its name', async () => {
    const { trust } = pipelineRoleOf(
      await expectCompiles(spec().replace('projectName: churn', 'projectName: churn\npipelineName: ChurnPipeline')),
    );
    for (const name of ['ChurnPipeline', 'churnpipeline'])
      expect(assume(deployed(trust), arn('sagemaker', `pipeline/${name}/execution/x`))).toBe('allowed');
  });
});

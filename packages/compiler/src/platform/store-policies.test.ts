import { expect, it } from 'vitest';
import { expectCompiles } from '../testing/expect-compiles.js';
import { readablePlatform } from '../testing/readable-platform.js';
import { bucketPolicyOf } from './bucket-policy-of.js';
import { keyPolicyOf } from './key-policy-of.js';
import { modelPrefixesOf } from './model-prefixes.js';
import { platformInputOf } from './platform-input-of.js';
import type { PolicyStatement } from './platform-model.js';

const training = (outputPath = '') => `
    - name: Fit
      type: Training
      training:
        { imageUri: img, instanceType: ml.m5.large, inputChannels: [{ channelName: train, s3Uri: "s3://some-bucket/x" }]${outputPath} }`;

const registration = `
    - { name: Reg, type: RegisterModel, register: { imageUri: img, modelDataStep: Fit } }`;

const spec = (keys: string, steps = training() + registration) => `
projectName: churn
modelPackageGroupName: churn
${keys}
pipeline:
  steps:${steps}
`;

const consumers = 'preProdAccountId: "111111111111"\nprodAccountId: ssm:/accounts/prod';

async function statementsOf(keys: string, policyOf: typeof bucketPolicyOf | typeof keyPolicyOf) {
  return policyOf(await expectCompiles(spec(keys)));
}

function named(statements: readonly PolicyStatement[], sid: string): PolicyStatement {
  const found = statements.find((each) => each.sid.startsWith(sid));
  if (found === undefined) throw new Error(`no statement ${sid} among ${statements.map((each) => each.sid)}`);
  return found;
}

it('denies what is not TLS, and other keys only where a header names one', async () => {
  const statements = await statementsOf('', bucketPolicyOf);
  expect(statements.map(({ sid }) => sid)).toEqual([
    'DenyPlainTransport',
    'DenyOldTls',
    'DenyOtherKey',
    'DenyOtherEncryption',
    'DenyCustomerKeys',
  ]);
  expect(statements.every(({ effect, principals }) => effect === 'Deny' && principals?.[0]?.kind === 'everyone')).toBe(
    true,
  );
  expect(readablePlatform(named(statements, 'DenyPlainTransport').resources)).toEqual([
    'arn:<partition>:s3:::<bucket>',
    'arn:<partition>:s3:::<bucket>/*',
  ]);
  expect(readablePlatform(named(statements, 'DenyOtherKey').conditions)).toEqual({
    StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': '<kmsKeyArn>' },
    Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
  });
  expect(named(statements, 'DenyOtherEncryption').conditions).toEqual({
    StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
    Null: { 's3:x-amz-server-side-encryption': 'false' },
  });
});

it('lets consumers read models only, and only with the roles that run them', async () => {
  const readers = named(await statementsOf(consumers, bucketPolicyOf), 'ConsumersReadModels');
  expect(readablePlatform(readers)).toMatchObject({
    effect: 'Allow',
    principals: [
      { kind: 'account', account: '111111111111' },
      { kind: 'account', account: '<ssm:/accounts/prod>' },
    ],
    actions: ['s3:GetObject'],
    resources: ['arn:<partition>:s3:::<bucket>/<environment>/churn-sm-pipeline/models/*'],
    conditions: {
      ArnLike: {
        'aws:PrincipalArn': [
          'arn:<partition>:iam::111111111111:role/millrace-model-exec-*',
          'arn:<partition>:iam::<ssm:/accounts/prod>:role/millrace-model-exec-*',
        ],
      },
    },
  });
});

it('lets the own account administer the key, jobs use it, and consumers only decrypt through S3', async () => {
  const statements = await statementsOf(consumers, keyPolicyOf);
  expect(readablePlatform(named(statements, 'AccountDelegatesToIam'))).toMatchObject({
    principals: [{ kind: 'account', account: '<account>' }],
    actions: ['kms:*'],
  });
  expect(readablePlatform(named(statements, 'RolesGrantToAws'))).toMatchObject({
    principals: [
      { kind: 'role', arn: '<pipelineRoleArn>' },
      { kind: 'role', arn: '<jobRoleArn>' },
    ],
    actions: ['kms:CreateGrant'],
    conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  });
  expect(readablePlatform(named(statements, 'ConsumersDecryptModels'))).toMatchObject({
    actions: ['kms:Decrypt', 'kms:DescribeKey'],
    conditions: {
      StringLike: { 'kms:ViaService': 's3.<region>.*' },
      ArnLike: {
        'aws:PrincipalArn': [expect.stringContaining('111111111111:role/millrace-model-exec-*'), expect.any(String)],
      },
    },
  });
  const withoutConsumers = await statementsOf('', keyPolicyOf);
  expect(withoutConsumers.map(({ sid }) => sid)).toEqual([
    'AccountDelegatesToIam',
    expect.stringMatching(/^JobsEncrypt[0-9a-f]{8}$/),
    expect.stringMatching(/^RolesDecrypt[0-9a-f]{8}$/),
    expect.stringMatching(/^RolesGrantToAws[0-9a-f]{8}$/),
  ]);
});

it('names no role of jobs where no job runs with it', async () => {
  const steps = '\n    - { name: F, type: Fail, fail: { message: no } }';
  const statements = keyPolicyOf(await expectCompiles(spec('', steps)));
  expect(statements.map(({ sid }) => sid)).toEqual([
    'AccountDelegatesToIam',
    expect.stringMatching(/^RolesDecrypt[0-9a-f]{8}$/),
    expect.stringMatching(/^RolesGrantToAws[0-9a-f]{8}$/),
  ]);
});

it('speaks of the bucket and the key that were there before', async () => {
  const keys = `pipelineBucketName: theirs\npipelineKmsKeyArn: arn:aws:kms:us-east-1:123456789012:key/1\n${consumers}`;
  const statements = await statementsOf(keys, bucketPolicyOf);
  expect(readablePlatform(named(statements, 'DenyOtherKey').conditions)).toMatchObject({
    StringNotEquals: {
      's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:123456789012:key/1',
    },
  });
  expect(readablePlatform(named(statements, 'ConsumersReadModels').resources)).toEqual([
    'arn:<partition>:s3:::theirs/<environment>/churn-sm-pipeline/models/*',
  ]);
});

it('shares what packages name beside the layout, as far as it lies in the bucket of the pipeline', async () => {
  const own = await expectCompiles(
    spec('', training(', outputPath: "s3://<default_bucket>/fits/{{env}}"') + registration),
  );
  expect(readablePlatform(modelPrefixesOf(own))).toEqual([
    '<environment>/churn-sm-pipeline/models/',
    'fits/<environment>/',
  ]);
  const foreign = await expectCompiles(spec('', training(', outputPath: "s3://other-bucket/fits"') + registration));
  expect(readablePlatform(modelPrefixesOf(foreign))).toEqual(['<environment>/churn-sm-pipeline/models/']);
});

it('reads the prefixes of a definition that someone else wrote', () => {
  const container = { Image: 'img', ModelDataUrl: 's3://theirs/made/by/hand/model.tar.gz' };
  const joined = {
    'Std:Join': { On: '', Values: ['s3://theirs/by-run/', { Get: 'Execution.PipelineExecutionId' }, '/model.tar.gz'] },
  };
  const register = (Name: string, ModelDataUrl: typeof joined | string) => ({
    Name,
    Type: 'RegisterModel',
    Arguments: { ModelPackageGroupName: 'g', InferenceSpecification: { Containers: [{ ...container, ModelDataUrl }] } },
  });
  const definition = {
    Version: '2020-12-01' as const,
    Steps: [
      register('One', container.ModelDataUrl),
      register('Two', joined),
      register('Three', 's3://theirs/by-run/7'),
    ],
  };
  const keyArn = 'arn:aws:kms:us-east-1:123456789012:key/1';
  const input = platformInputOf(definition, { pipelineName: 'p', existingBucket: { name: 'theirs', keyArn } });
  expect(readablePlatform(modelPrefixesOf(input))).toEqual([
    '<environment>/p/models/',
    'made/by/hand/model.tar.gz',
    'by-run/',
  ]);
});

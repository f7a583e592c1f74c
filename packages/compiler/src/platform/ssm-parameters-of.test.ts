import { expect, it } from 'vitest';
import { expectCompiles } from '../testing/expect-compiles.js';
import { readablePlatform } from '../testing/readable-platform.js';
import { ssmParametersOf } from './ssm-parameters-of.js';

const compile = (keys = '', step = 'Processing, processing: { imageUri: img, instanceType: ml.m5.large }') =>
  expectCompiles(`
projectName: a-b
${keys}
pipeline:
  steps: [{ name: T, type: ${step} }]
`);

it('publishes under the names of MDAA', async () => {
  const parameters = ssmParametersOf(await compile('modelPackageGroupName: churn'));
  const written = Object.fromEntries(
    parameters.map(({ name, value }) => [String(readablePlatform(name)), readablePlatform(value)]),
  );
  const path = '/<org>/<domain>/<module_name>/sm-pipeline/a-b';
  expect(written).toEqual({
    [`${path}/pipeline-name`]: 'a-b-sm-pipeline',
    [`${path}/pipeline-arn`]: 'arn:<partition>:sagemaker:<region>:<account>:pipeline/a-b-sm-pipeline',
    [`${path}/execution-role-arn`]: '<pipelineRoleArn>',
    [`${path}/job-role-arn`]: '<jobRoleArn>',
    [`${path}/model-bucket-name`]: '<bucket>',
    [`${path}/kms-key-id`]: '<kmsKeyArn>',
    [`${path}/model-package-group-name`]: 'churn',
    [`${path}/model-package-group-arn`]: 'arn:<partition>:sagemaker:<region>:<account>:model-package-group/churn',
  });
});

it('publishes no group where there is none, and what was there before by its own name', async () => {
  const keys = 'pipelineBucketName: theirs\npipelineKmsKeyArn: arn:aws:kms:us-east-1:123456789012:key/1';
  const parameters = ssmParametersOf(await compile(keys));
  expect(parameters.map(({ key }) => key)).not.toContain('model-package-group-name');
  expect(parameters.find(({ key }) => key === 'model-bucket-name')?.value).toBe('theirs');
});

it('speaks of no role of jobs where no job runs with it', async () => {
  const parameters = ssmParametersOf(await compile('', 'Fail, fail: { message: no }'));
  expect(parameters.map(({ key }) => key)).not.toContain('job-role-arn');
});

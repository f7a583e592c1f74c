import { projectConfigSchema } from '@millrace/schema';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { projectEnvironments } from './project-environment.js';
import { projectStore } from './project-store.js';

const arn = 'arn:aws:kms:eu-west-1:111111111111:key/1';

function make(config: object) {
  const environments = { dev: { account: '111111111111', region: 'eu-west-1', ...config } };
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  for (const environment of projectEnvironments(projectConfigSchema.parse({ environments }), '/churn'))
    projectStore(stack, 'Artifacts', { environment, bucketName: 'churn-bucket' });
  return Template.fromStack(stack);
}

it('makes a bucket of that name, with a key of its own or the given one', () => {
  make({}).hasResourceProperties('AWS::S3::Bucket', { BucketName: 'churn-bucket' });
  make({}).resourceCountIs('AWS::KMS::Key', 1);
  make({ values: { kmsKeyArn: arn } }).resourceCountIs('AWS::KMS::Key', 0);
});

it('takes the bucket that was there before with its key, and asks for the key', () => {
  const buckets = { pipeline: 'acme-ml-dev' };
  expect(make({ buckets, values: { kmsKeyArn: arn } }).toJSON()['Resources']).toBeUndefined();
  expect(() => make({ buckets })).toThrow('The environment dev names the bucket acme-ml-dev');
});

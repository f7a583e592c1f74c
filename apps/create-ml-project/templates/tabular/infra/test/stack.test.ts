// What must stay true of the templates, whatever is added to infra/src/stack.ts:   npx nx test infra
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { MlProject } from '@millrace/cdk-constructs';
import { SageMakerPipelineChecks } from '@millrace/governance-policies/cdk-nag';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { EnvironmentStack, environmentOf } from '../src/stack.js';

const project = await MlProject.load();
const app = new App({ context: JSON.parse(readFileSync('cdk.json', 'utf8')).context });
const stacks = new Map(project.environments.map((it) => [it, new EnvironmentStack(app, { project, environment: it })]));
const registry = Template.fromStack(stacks.get(project.registry) as EnvironmentStack);

test('artifacts are encrypted with a key of their own that rotates', () => {
  registry.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  const encryption = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: Match.anyValue() };
  registry.hasResourceProperties('AWS::S3::Bucket', {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [Match.objectLike({ ServerSideEncryptionByDefault: encryption })],
    },
  });
});

test('intermediate results expire, models do not', () => {
  for (const [prefix, days] of [['runs', 30], ['models', Match.absent()]] as const) {
    const rule = { Prefix: Match.stringLikeRegexp(`/${prefix}/$`), ExpirationInDays: days };
    registry.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike(rule)]) },
    });
  }
});

test('the accounts of the other environments read models, nobody else does, and nobody decides', () => {
  const groups = Object.values(registry.findResources('AWS::SageMaker::ModelPackageGroup'));
  assert.equal(groups.length, project.models.length);
  for (const { Properties } of groups) {
    const policy = JSON.stringify(Properties.ModelPackageGroupPolicy ?? '');
    assert.deepEqual([...new Set(policy.match(/(?<=iam::)\d{12}/g))], project.consumers);
    assert.doesNotMatch(policy, /UpdateModelPackage/);
  }
});

test('the rules of "millrace check" find nothing but what is excused', () => {
  const { config, exceptions } = project;
  const checks = new SageMakerPipelineChecks(app, { project: config, exceptions, environment: environmentOf });
  assert.deepEqual(checks.validateScope(app).violations, []);
});

test('the rules of AwsSolutions find nothing', () => {
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  assert.deepEqual(violations, []);
});

import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { batchInferenceExample } from '../../test/examples/batch-inference.js';
import { expectSoundStates } from '../../test/states-language/check-states.js';
import { definitionOf } from '../../test/states-language/definition-of.js';
import { type Answer, runStates, StatesError } from '../../test/states-language/run-states.js';
import { BatchInference, type BatchInferenceProps } from '../index.js';

const PACKAGE = 'arn:aws:sagemaker:eu-west-1:111111111111:model-package/churn/7';

function make(changes: Partial<BatchInferenceProps> = {}) {
  const stack = new Stack(new App(), 'Stack', { env: { account: '222222222222', region: 'eu-west-1' } });
  const key = new Key(stack, 'Key', { enableKeyRotation: true });
  const bucket = Bucket.fromBucketName(stack, 'Bucket', 'data');
  const batch = new BatchInference(stack, 'Batch', {
    modelPackageGroupName: 'churn',
    schedule: ScheduleExpression.cron({ hour: '3', minute: '0' }),
    input: { bucket, prefix: 'in/', contentType: 'text/csv' },
    output: { bucket, prefix: 'out/' },
    compute: { instanceType: 'ml.m5.xlarge' },
    executionRole: Role.fromRoleName(stack, 'ExecutionRole', 'millrace-model-exec-churn'),
    encryptionKey: key,
    notifications: new Topic(stack, 'Topic', { masterKey: key }),
    ...changes,
  });
  return { stack, batch, definition: definitionOf(batch.stateMachine), template: Template.fromStack(stack) };
}

const answers: Readonly<Record<string, Answer>> = {
  'aws-sdk:sagemaker:listModelPackages': () => ({ ModelPackageSummaryList: [{ ModelPackageArn: PACKAGE }] }),
  'aws-sdk:sagemaker:createModel': ({ ModelName }) => ({
    ModelArn: `arn:aws:sagemaker:eu-west-1:1:model/${ModelName}`,
  }),
  'sagemaker:createTransformJob.sync': () => ({ TransformJobStatus: 'Completed' }),
  'aws-sdk:sagemaker:deleteModel': () => ({}),
};

describe('the state machine', () => {
  it('is sound', () => expectSoundStates(make().definition));

  it('transforms with the latest approved version and deletes the model', async () => {
    const { status, calls } = await runStates(make().definition, answers);
    expect(status).toBe('SUCCEEDED');
    const [list, model, transform, cleanUp] = calls.map(({ args }) => args);
    expect(list).toEqual({
      ModelPackageGroupName: 'churn',
      ModelApprovalStatus: 'Approved',
      SortBy: 'CreationTime',
      SortOrder: 'Descending',
      MaxResults: 100,
    });
    expect(model).toMatchObject({ PrimaryContainer: { ModelPackageName: PACKAGE }, EnableNetworkIsolation: true });
    expect(model?.['ModelName']).toMatch(/^stack-batch[a-z0-9-]*-[0-9a-f]{24}$/);
    expect(transform).toMatchObject({
      ModelName: model?.['ModelName'],
      TransformInput: { DataSource: { S3DataSource: { S3Uri: 's3://data/in/' } }, SplitType: 'Line' },
      TransformOutput: { S3OutputPath: 's3://data/out/run-1/', KmsKeyId: '<Key961B73FD.Arn>' },
      TransformResources: { InstanceCount: 1, VolumeKmsKeyId: '<Key961B73FD.Arn>' },
    });
    expect(cleanUp).toEqual({ ModelName: model?.['ModelName'] });
  });

  it('reads pages until one has an approved version', async () => {
    const pages = [
      { ModelPackageSummaryList: [], NextToken: 'more' },
      { ModelPackageSummaryList: [{ ModelPackageArn: PACKAGE }] },
    ];
    const { status, calls } = await runStates(make().definition, {
      ...answers,
      'aws-sdk:sagemaker:listModelPackages': () => pages.shift(),
    });
    expect(status).toBe('SUCCEEDED');
    expect(calls[1]?.args).toMatchObject({ ModelPackageGroupName: 'churn', NextToken: 'more' });
  });

  it('fails with a sentence where no version is approved', async () => {
    const { status, error, cause } = await runStates(make().definition, {
      ...answers,
      'aws-sdk:sagemaker:listModelPackages': () => ({ ModelPackageSummaryList: [] }),
    });
    expect([status, error]).toEqual(['FAILED', 'NoApprovedModelPackage']);
    expect(cause).toContain('churn has no version whose approval status is Approved. Approve a version');
  });

  it('deletes the model of a job that failed, once, and tells why', async () => {
    const { status, error, cause, calls } = await runStates(make().definition, {
      ...answers,
      'sagemaker:createTransformJob.sync': () => {
        throw new StatesError('States.TaskFailed', '{"FailureReason":"AlgorithmError"}');
      },
    });
    expect([status, error]).toEqual(['FAILED', 'TransformFailed']);
    expect(cause).toContain('AlgorithmError');
    expect(calls.map(({ action }) => action.split(':').at(-1))).toEqual([
      'listModelPackages',
      'createModel',
      'createTransformJob.sync',
      'deleteModel',
    ]);
  });

  it('tries throttled calls again', async () => {
    const failures = [1, 2];
    const { status } = await runStates(make().definition, {
      ...answers,
      'aws-sdk:sagemaker:createModel': (args, call) => {
        if (failures.pop() !== undefined) throw new StatesError('SageMaker.SageMakerException', 'Rate exceeded');
        return answers['aws-sdk:sagemaker:createModel']?.(args, call);
      },
    });
    expect(status).toBe('SUCCEEDED');
  });
});

it('asks a registry of another account by ARN, in a role that its policies admit', async () => {
  const { definition, template } = make({ registryAccount: '111111111111' });
  const { calls } = await runStates(definition, answers);
  expect(calls[0]?.args['ModelPackageGroupName']).toMatch(/:111111111111:model-package-group\/churn$/);
  template.hasResourceProperties('AWS::IAM::Role', {
    RoleName: Match.stringLikeRegexp('^millrace-model-exec-stack-batch'),
  });
});

it('names no key for volumes that are disks of the host', async () => {
  const { definition } = make({ compute: { instanceType: 'ml.g5.xlarge' } });
  const { calls } = await runStates(definition, answers);
  expect(calls[2]?.args['TransformResources']).toEqual({ InstanceType: 'ml.g5.xlarge', InstanceCount: 1 });
});

it('is started by a schedule under the key', () => {
  make().template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 3 * * ? *)',
    ScheduleExpressionTimezone: 'Etc/UTC',
    KmsKeyArn: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] },
    Target: { Arn: { Ref: Match.stringLikeRegexp('StateMachine') } },
  });
});

it('lets nobody approve, and passes one role to SageMaker only', () => {
  const text = JSON.stringify(make().template.findResources('AWS::IAM::ManagedPolicy'));
  expect(text).not.toMatch(/UpdateModelPackage|sagemaker:\*|iam:\*/);
  make().template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 'iam:PassRole',
          Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
        }),
      ]),
    },
  });
});

it('names a group of mixed case in both spellings that SageMaker knows', () => {
  const policies = JSON.stringify(
    make({ modelPackageGroupName: 'Churn' }).template.findResources('AWS::IAM::ManagedPolicy'),
  );
  expect(policies.match(/model-package\/[^"]*/g)).toEqual(['model-package/Churn/*', 'model-package/churn/*']);
});

it('tells of executions that end in any other way than well', () => {
  make().template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      'detail-type': ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    },
  });
});

it('names all wrong settings at once', () => {
  expect(() =>
    make({
      modelPackageGroupName: '-churn',
      registryAccount: '1',
      compute: { instanceType: 'm5.large', instanceCount: 0 },
    }),
  ).toThrow(/modelPackageGroupName[\s\S]*registryAccount[\s\S]*Did you mean ml.m5.large[\s\S]*compute.instanceCount/);
  const bucket = Bucket.fromBucketName(new Stack(), 'Bucket', 'data');
  expect(() => make({ output: { bucket, prefix: '/' } })).toThrow('Stack/Batch: output.prefix is "/"');
});

it('has an example', () => {
  Template.fromStack(batchInferenceExample(new App())).resourceCountIs('AWS::Scheduler::Schedule', 1);
});

import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { expect, it } from 'vitest';
import { ApprovalTrigger } from './approval-trigger.js';
import { DataTrigger } from './data-trigger.js';
import { PipelineSchedule } from './pipeline-schedule.js';

const pipelineArn = 'arn:aws:sagemaker:eu-west-1:111111111111:pipeline/churn';
const pipeline = { pipelineName: 'churn', pipelineArn };

function make(build: (stack: Stack) => void): Template {
  const stack = new Stack(new App(), 'S', { env: { account: '111111111111', region: 'eu-west-1' } });
  build(stack);
  const template = Template.fromStack(stack);
  expect(template.toJSON()).toBeDefined();
  return template;
}

const STARTS = Match.objectLike({ Action: 'sagemaker:StartPipelineExecution', Resource: pipelineArn });

it('starts executions on a schedule, with parameters, by a role that can do nothing else', () => {
  const template = make((stack) => {
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/1');
    const parameters = { Rows: '10' };
    const time = { expression: 'cron(0 3 * * ? *)', timezone: 'Europe/Berlin', enabled: false };
    new PipelineSchedule(stack, 'Nightly', { pipeline, encryptionKey, parameters, ...time });
  });
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 3 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    State: 'DISABLED',
    Target: {
      Arn: pipelineArn,
      SageMakerPipelineParameters: { PipelineParameterList: [{ Name: 'Rows', Value: '10' }] },
    },
  });
  const decrypts = Match.objectLike({ Action: 'kms:Decrypt' });
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: [STARTS, decrypts] } });
  // A narrower ARN, of a schedule, would let none start.
  const group = { 'Fn::Join': ['', Match.arrayWith([':scheduler:eu-west-1:111111111111:schedule-group/default'])] };
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        Match.objectLike({
          Condition: { StringEquals: { 'aws:SourceAccount': '111111111111', 'aws:SourceArn': group } },
        }),
      ],
    },
  });
});

it('starts an execution for each new object below a prefix', () => {
  const template = make((stack) => {
    const bucket = s3.Bucket.fromBucketName(stack, 'Incoming', 'incoming');
    new DataTrigger(stack, 'NewData', { pipeline, bucket, prefix: 'daily/' });
  });
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: ['incoming'] }, object: { key: [{ prefix: 'daily/' }] } },
    },
    Targets: [Match.objectLike({ Arn: pipelineArn })],
  });
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: [STARTS] } });
});

it('starts an execution when a model of the group is approved', () => {
  const template = make(
    (stack) => new ApprovalTrigger(stack, 'Approved', { pipeline, modelPackageGroupName: 'churn' }),
  );
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.sagemaker'],
      'detail-type': ['SageMaker Model Package State Change'],
      detail: { ModelPackageGroupName: ['churn'], ModelApprovalStatus: ['Approved'] },
    },
    Targets: [Match.objectLike({ Arn: pipelineArn })],
  });
});

import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { expect, it } from 'vitest';
import { PipelineAlarms } from './pipeline-alarms.js';

const pipelineArn = 'arn:aws:sagemaker:eu-west-1:111111111111:pipeline/churn';

function alarmsWith(options: { longestExecution?: Duration; longestWithoutSuccess?: Duration } = {}): Template {
  const stack = new Stack(new App(), 'S');
  const topic = new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'Key'), enforceSSL: true });
  new PipelineAlarms(stack, 'Alarms', { pipeline: { pipelineName: 'churn', pipelineArn }, topic, ...options });
  return Template.fromStack(stack);
}

it('goes off with every execution that fails', () => {
  const template = alarmsWith();
  template.resourceCountIs('AWS::CloudWatch::Alarm', 1);
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
    MetricName: 'ExecutionFailed',
    Dimensions: [{ Name: 'PipelineName', Value: 'churn' }],
    Statistic: 'Sum',
    Threshold: 1,
    TreatMissingData: 'notBreaching',
    AlarmActions: [{ Ref: Match.stringLikeRegexp('^Topic') }],
  });
});

it('says at once and by name which execution failed', () => {
  const template = alarmsWith();
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.sagemaker'],
      'detail-type': ['SageMaker Model Building Pipeline Execution Status Change'],
      detail: { pipelineArn: [pipelineArn], currentPipelineExecutionStatus: ['Failed'] },
    },
    Targets: [
      Match.objectLike({
        InputTransformer: {
          InputPathsMap: Match.objectLike({ 'detail-pipelineExecutionArn': '$.detail.pipelineExecutionArn' }),
          InputTemplate: Match.stringLikeRegexp(
            'The execution <detail-pipelineExecutionArn> of the pipeline churn failed',
          ),
        },
      }),
    ],
  });
});

it('goes off when an execution takes too long, or none succeeds for too long, where that is asked', () => {
  const template = alarmsWith({ longestExecution: Duration.hours(2), longestWithoutSuccess: Duration.days(1) });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ExecutionDuration',
    Statistic: 'Maximum',
    Threshold: 7_200_000,
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ExecutionSucceeded',
    Period: 3600,
    EvaluationPeriods: 24,
    TreatMissingData: 'breaching',
  });
  expect(Object.keys(template.findResources('AWS::CloudWatch::Alarm'))).toHaveLength(3);
});

import { readdirSync } from 'node:fs';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { IdleEndpointGuard, type IdleEndpointGuardProps } from '../index.js';

function guard(props: Partial<IdleEndpointGuardProps> = {}): Template {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-west-1', account: '123456789012' } });
  const encryptionKey = new kms.Key(stack, 'Key');
  const topic = new sns.Topic(stack, 'Topic', { masterKey: encryptionKey });
  new IdleEndpointGuard(stack, 'Guard', { topic, encryptionKey, ...props });
  return Template.fromStack(stack);
}

interface Statement {
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statements(template: Template, id: RegExp): Record<string, Statement> {
  const policies = Object.entries(template.findResources('AWS::IAM::ManagedPolicy'));
  const [, policy] = policies.find(([name]) => id.test(name)) ?? [];
  return Object.fromEntries(policy?.Properties.PolicyDocument.Statement.map((it: { Sid: string }) => [it.Sid, it]));
}

function settings(template: Template): string {
  const [made] = Object.values(template.findResources('AWS::Lambda::Function'));
  return JSON.stringify(made?.Properties.Environment.Variables.SETTINGS);
}

describe('IdleEndpointGuard', () => {
  it('warns by default, and may then touch nothing', () => {
    const template = guard();
    expect(settings(template)).toMatch(/mode\\":\\"warn.*idleHours\\":24.*millrace:keep/);
    const found = statements(template, /^GuardPolicy/);
    expect(Object.keys(found)).not.toContain('TouchEndpoints');
    expect(found.FindEndpoints?.Action).toEqual([
      'sagemaker:ListEndpoints',
      'sagemaker:ListInferenceComponents',
      'cloudwatch:GetMetricData',
    ]);
  });

  it.each([
    ['scale-in', 'sagemaker:UpdateEndpointWeightsAndCapacities'],
    ['delete', 'sagemaker:DeleteEndpoint'],
  ] as const)('may %s what has the prefix and the tag, and is not kept', (mode, action) => {
    const { TouchEndpoints } = statements(
      guard({ mode, namePrefix: 'dev-', tag: { key: 'team', value: 'x' }, keepTag: { key: 'stay', value: 'yes' } }),
      /^GuardPolicy/,
    );
    expect(TouchEndpoints).toMatchObject({
      Action: action,
      Condition: {
        StringNotEquals: { 'aws:ResourceTag/stay': 'yes' },
        StringEquals: { 'aws:ResourceTag/team': 'x' },
      },
    });
    expect(JSON.stringify(TouchEndpoints?.Resource)).toContain(':endpoint/dev-*');
  });

  it('has no wildcard but what AWS forces', () => {
    const open = Object.entries(statements(guard({ mode: 'delete' }), /^GuardPolicy/))
      .filter(([, { Resource }]) => JSON.stringify(Resource).includes('*'))
      .map(([sid]) => sid);
    expect(open).toEqual(['FindEndpoints', 'DescribeEndpoints', 'TouchEndpoints']);
    guard().resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('runs on its schedule, which may start it and nothing else', () => {
    const template = guard({ schedule: ScheduleExpression.rate(Duration.hours(6)) });
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(6 hours)',
      KmsKeyArn: Match.anyValue(),
      Target: {
        DeadLetterConfig: Match.anyValue(),
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('GuardFunction'), 'Arn'] },
      },
    });
    expect(Object.values(statements(template, /GuardStartPolicy/)).map(({ Action }) => Action)).toEqual([
      'lambda:InvokeFunction',
      'sqs:SendMessage',
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      'kms:Decrypt',
    ]);
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: {
              StringEquals: {
                'aws:SourceAccount': '123456789012',
                'aws:SourceArn': {
                  'Fn::Join': ['', Match.arrayWith([':scheduler:eu-west-1:123456789012:schedule-group/default'])],
                },
              },
            },
          },
        ],
      },
    });
  });

  it('keeps logs and failures encrypted, and tells of its own trouble', () => {
    const template = guard();
    template.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId: Match.anyValue(), RetentionInDays: 365 });
    template.hasResourceProperties('AWS::SQS::Queue', { KmsMasterKeyId: Match.anyValue() });
    template.hasResourceProperties('AWS::Lambda::Function', {
      KmsKeyArn: Match.anyValue(),
      DeadLetterConfig: Match.anyValue(),
      ReservedConcurrentExecutions: 1,
    });
    for (const MetricName of ['Errors', 'ApproximateNumberOfMessagesVisible'])
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName,
        AlarmActions: [{ Ref: Match.stringLikeRegexp('^Topic') }],
      });
  });

  it('is deployed as it is written', () => {
    expect(readdirSync(new URL('handler', import.meta.url))).toContain('index.mjs');
    guard().hasResourceProperties('AWS::Lambda::Function', { Handler: 'index.handler' });
  });

  it.each([Duration.minutes(90), Duration.days(500)])('takes no idle time of %s', (idleAfter) => {
    expect(() => guard({ idleAfter })).toThrow(
      /^Stack\/Guard: idleAfter \(hours\) is .*a whole number from 1 to 10920/,
    );
  });
});

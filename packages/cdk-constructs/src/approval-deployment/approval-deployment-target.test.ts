import { type BoundStatement, evaluateRequest } from '@millrace/compiler/testing';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import {
  approvalDeploymentExample,
  approvalDeploymentTargetExample,
  approvalEventForwardingExample,
} from '../../test/examples/approval-deployment.js';

const target = Template.fromStack(approvalDeploymentTargetExample(new App()));

it('is taken on by the state machine of the deployment only, under the names that it has there', () => {
  const deployment = Template.fromStack(approvalDeploymentExample(new App()));
  deployment.hasResourceProperties('AWS::IAM::Role', { RoleName: 'millrace-approval-churn' });
  deployment.hasResourceProperties('AWS::StepFunctions::StateMachine', { StateMachineName: 'millrace-approval-churn' });
  const arn = (rest: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, rest]] });
  target.hasResourceProperties('AWS::IAM::Role', {
    RoleName: 'millrace-model-exec-deploy-churn-prod',
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Principal: { AWS: arn(':iam::222222222222:root') },
          Condition: {
            StringEquals: {
              'sts:ExternalId': arn(':states:eu-west-1:222222222222:stateMachine:millrace-approval-churn'),
            },
            ArnEquals: { 'aws:PrincipalArn': arn(':iam::222222222222:role/millrace-approval-churn') },
          },
        },
      ],
    },
  });
});

it('may update its endpoint with approved models, and nothing else', () => {
  const [policy] = Object.values(target.findResources('AWS::IAM::ManagedPolicy'));
  const statements: { Action: string | string[]; Resource: unknown }[] =
    policy?.['Properties'].PolicyDocument.Statement;
  const actions = statements.flatMap(({ Action }) => Action).sort();
  expect([...new Set(actions)]).toEqual([
    'cloudwatch:DescribeAlarms',
    'iam:PassRole',
    'kms:CreateGrant',
    'kms:DescribeKey',
    'sagemaker:CreateEndpointConfig',
    'sagemaker:CreateModel',
    'sagemaker:DescribeEndpoint',
    'sagemaker:DescribeEndpointConfig',
    'sagemaker:DescribeModel',
    'sagemaker:DescribeModelPackage',
    'sagemaker:UpdateEndpoint',
  ]);
  const update = statements.find(({ Action }) => Action.includes('sagemaker:UpdateEndpoint'));
  expect(JSON.stringify(update?.Resource)).toMatch(/:endpoint\/churn-prod".*:endpoint-config\/churn-prod-\*"/);
});

it('forwards approvals to the bus of the deployment', () => {
  const template = Template.fromStack(approvalEventForwardingExample(new App()));
  const bus = {
    'Fn::Join': [
      '',
      ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:222222222222:event-bus/millrace-approval-churn'],
    ],
  };
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: { Statement: [{ Action: 'events:PutEvents', Resource: bus, Effect: 'Allow', Sid: 'Forward' }] },
  });
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { account: ['111111111111'], source: ['aws.sagemaker'] },
  });
});

describe('the deploy role, as IAM evaluates its policy', () => {
  const [policy] = Object.values(target.findResources('AWS::IAM::ManagedPolicy'));
  const identity = policy?.['Properties'].PolicyDocument.Statement.map(bound);
  const arn = (account: string, rest: string) => `arn:aws:sagemaker:eu-west-1:${account}:${rest}`;
  const own = (rest: string) => arn('333333333333', rest);
  const outcome = (action: string, resource: string) =>
    evaluateRequest(
      {
        caller: { kind: 'role', arn: 'arn:aws:iam::333333333333:role/millrace-model-exec-deploy-churn-prod' },
        action,
        resource,
        resourceAccount: '333333333333',
      },
      { identity },
    ).outcome;

  it.each([
    ['sagemaker:UpdateEndpoint', own('endpoint/churn-prod'), 'allowed'],
    ['sagemaker:UpdateEndpoint', own('endpoint/other'), 'not allowed'],
    ['sagemaker:UpdateEndpoint', own('endpoint-config/churn-prod-1a'), 'allowed'],
    ['sagemaker:UpdateEndpoint', own('endpoint-config/other'), 'not allowed'],
    ['sagemaker:CreateModel', own('model/churn-prod-1a'), 'allowed'],
    ['sagemaker:CreateModel', own('model/other'), 'not allowed'],
    ['sagemaker:DescribeModelPackage', arn('111111111111', 'model-package/churn/7'), 'allowed'],
    ['sagemaker:DescribeModelPackage', arn('111111111111', 'model-package/other/7'), 'not allowed'],
    ['sagemaker:UpdateModelPackage', arn('111111111111', 'model-package/churn/7'), 'not allowed'],
    ['sagemaker:CreateModelPackage', arn('111111111111', 'model-package/churn/8'), 'not allowed'],
    ['sagemaker:DeleteEndpoint', own('endpoint/churn-prod'), 'not allowed'],
    ['iam:PassRole', 'arn:aws:iam::333333333333:role/millrace-model-exec-churn', 'not allowed'],
  ])('%s on %s: %s', (action, resource, expected) => expect(outcome(action, resource)).toBe(expected));
});

interface TemplateStatement {
  readonly Sid: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: BoundStatement['conditions'];
}

function bound({ Sid, Action, Resource, Condition = {} }: TemplateStatement): BoundStatement {
  const resources = [Resource].flat().map(flat);
  return { sid: Sid, effect: 'Allow', actions: [Action].flat(), resources, conditions: Condition };
}

/** A text of the template in the partition `aws`. */
function flat(value: unknown): string {
  const { 'Fn::Join': join } = Object(value);
  if (join !== undefined) return join[1].map(flat).join(join[0]);
  return typeof value === 'string' ? value : 'aws';
}

import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
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

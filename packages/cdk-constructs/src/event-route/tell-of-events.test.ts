import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { expect, it } from 'vitest';
import { tellOfEvents } from './tell-of-events.js';

it('lets EventBridge publish to an encrypted topic by the policies of topic and key, and in no role', () => {
  const stack = new Stack(new App(), 'S');
  const topic = new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'Key'), enforceSSL: true });
  const pattern = { source: ['aws.sagemaker'] };
  tellOfEvents(stack, 'Notice', { description: 'Tells.', pattern, topic, message: 'Something happened.' });
  const template = Template.fromStack(stack);
  const [rule] = Object.values(template.findResources('AWS::Events::Rule'));
  expect(rule?.Properties.Targets).toEqual([
    { Arn: { Ref: expect.stringMatching(/^Topic/) }, Id: 'Target0', Input: '"Something happened."' },
  ]);
  template.resourceCountIs('AWS::IAM::Role', 0);
  const Principal = { Service: 'events.amazonaws.com' };
  const statementWith = (Action: unknown) =>
    Match.objectLike({ Statement: Match.arrayWith([Match.objectLike({ Effect: 'Allow', Principal, Action })]) });
  template.hasResourceProperties('AWS::SNS::TopicPolicy', { PolicyDocument: statementWith('sns:Publish') });
  template.hasResourceProperties('AWS::KMS::Key', {
    KeyPolicy: statementWith(Match.arrayWith(['kms:Decrypt', 'kms:GenerateDataKey*'])),
  });
});

import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { expect, it } from 'vitest';
import { EncryptedLogGroup } from './encrypted-log-group.js';

it('is encrypted with a key that logs may use for this group alone', () => {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-west-1', account: '123456789012' } });
  const encryptionKey = new kms.Key(stack, 'Key');
  new EncryptedLogGroup(stack, 'Logs', { logGroupName: '/a/b', encryptionKey, retention: RetentionDays.ONE_WEEK });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: '/a/b',
    RetentionInDays: 7,
    KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
  });
  const [key] = Object.values(template.findResources('AWS::KMS::Key'));
  expect(key?.Properties.KeyPolicy.Statement[1]).toMatchObject({
    Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
    Condition: {
      ArnEquals: {
        'kms:EncryptionContext:aws:logs:arn': {
          'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':logs:eu-west-1:123456789012:log-group:/a/b']],
        },
      },
    },
  });
});

import { App, Stack, Validations } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { acknowledge } from './acknowledge.js';

const reason = 'The owner of the data has agreed to it.';

it('acknowledges a finding, and says so where the CDK cannot read its id', () => {
  const stack = new Stack(new App(), 'Stack');
  acknowledge(stack, { id: 'AwsSolutions-IAM5[Resource::<Bucket.Arn>/*]', reason });
  acknowledge(stack, { id: 'AwsSolutions-IAM5[Resource::s3:::b/<$>{x>/*]', reason });
  const entries = stack.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
  expect(JSON.stringify(entries)).toContain('<Bucket.Arn>');
  expect(JSON.stringify(entries)).not.toContain('{x>');
  Annotations.fromStack(stack).hasWarning('/Stack', Match.stringLikeRegexp('cannot be acknowledged.*agreed to it'));
});

import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { acknowledgeRule } from './acknowledge-rule.js';

function findings(acknowledge: (scope: { policy: iam.ManagedPolicy; other: iam.ManagedPolicy }) => void) {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const bucket = new s3.Bucket(stack, 'Bucket');
  const make = (id: string) =>
    new iam.ManagedPolicy(stack, id, {
      statements: [
        new iam.PolicyStatement({
          actions: ['s3:Get*', 's3:PutObject'],
          resources: [bucket.arnForObjects('a/*'), '*'],
        }),
      ],
    });
  acknowledge({ policy: make('Policy'), other: make('Other') });
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.filter(({ ruleName }) => ruleName.startsWith('AwsSolutions-IAM5'))
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => `${constructPath.split('/')[1]} ${ruleName}`),
    );
}

const reason = 'Meant to be so.';

it('acknowledges every wildcard of a policy, and of no other', () => {
  const left = findings(({ policy }) => acknowledgeRule(policy, { id: 'AwsSolutions-IAM5', reason }));
  expect(left).toHaveLength(3);
  expect(left.every((each) => each.startsWith('Other '))).toBe(true);
});

it('acknowledges one finding where one is named', () => {
  const left = findings(({ policy }) => acknowledgeRule(policy, { id: 'AwsSolutions-IAM5[Resource::*]', reason }));
  expect(left.filter((each) => each.startsWith('Policy '))).toEqual([
    'Policy AwsSolutions-IAM5[Action::s3:Get*]',
    expect.stringMatching(/^Policy AwsSolutions-IAM5\[Resource::<Bucket.*\.Arn>\/a\/\*\]$/),
  ]);
});

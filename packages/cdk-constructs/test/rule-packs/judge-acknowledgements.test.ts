import { expect, test } from 'vitest';
import { judgeAcknowledgements } from './judge-acknowledgements.js';

const findings = [{ rule: 'AwsSolutions-IAM5[Resource::*]', path: 'Stack/Role/Policy', description: '' }];
const good = {
  id: 'AwsSolutions-IAM5[Resource::*]',
  path: 'Stack/Role',
  isBlanket: false,
  reason: 'ecr:GetAuthorizationToken has no resource that a policy could name.',
};

test('an acknowledgement of one finding, with a reason, is fine at the resource and above it', () => {
  expect(judgeAcknowledgements([good, { ...good, path: 'Stack/Role/Policy' }], findings)).toEqual([]);
});

test.each([
  ['another finding', { id: 'AwsSolutions-IAM5[Resource::arn:*]' }, /silences nothing/],
  ['the rule without its finding', { id: 'AwsSolutions-IAM5' }, /silences nothing/],
  ['another construct whose path begins alike', { path: 'Stack/Ro' }, /silences nothing/],
  ['a whole stack', { isBlanket: true, path: 'Stack' }, /at the one construct/],
  ['a reason that says nothing', { reason: 'Needed by SageMaker.' }, /no reason/],
])('not fine: %s', (_, change, message) => {
  expect(judgeAcknowledgements([{ ...good, ...change }], findings)).toEqual([expect.stringMatching(message)]);
});

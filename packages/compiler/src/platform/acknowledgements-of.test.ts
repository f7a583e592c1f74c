import { expect, it } from 'vitest';
import { expectCompiles } from '../testing/expect-compiles.js';
import { acknowledgementsOf } from './acknowledgements-of.js';

it('takes suppressions apart, finding by finding', async () => {
  const pipeline = await expectCompiles(`
projectName: p
nag_suppressions:
  by_path:
    - path: /stack/JobRole/Resource
      suppressions:
        - { id: AwsSolutions-IAM5, reason: The jobs need it. }
        - { id: "HIPAA.Security::HIPAA.Security-IAMNoInlinePolicy", reason: The jobs need it. }
        - { id: AwsSolutions-IAM5, reason: The jobs need it., appliesTo: ["Resource::*", "Action::s3:Get*"] }
pipeline:
  steps: [{ name: T, type: Transform, transform: { modelName: m, instanceType: ml.m5.large, inputDataUri: "s3://some-bucket/x" } }]
`);
  const place = { path: '/stack/JobRole/Resource', reason: 'The jobs need it.' };
  expect(acknowledgementsOf(pipeline)).toEqual([
    { ...place, id: 'AwsSolutions-IAM5' },
    { ...place, id: 'HIPAA.Security-IAMNoInlinePolicy' },
    { ...place, id: 'AwsSolutions-IAM5[Resource::*]' },
    { ...place, id: 'AwsSolutions-IAM5[Action::s3:Get*]' },
  ]);
});

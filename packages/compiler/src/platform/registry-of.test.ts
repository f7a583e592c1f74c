import { expect, it } from 'vitest';
import { expectCompiles } from '../testing/expect-compiles.js';
import { readablePlatform } from '../testing/readable-platform.js';
import { groupPolicy } from './group-policy.js';
import { platformInputOf } from './platform-input-of.js';
import { registryOf } from './registry-of.js';
import { repositoryPolicy } from './repository-policy.js';

const compile = (keys: string, group = '') =>
  expectCompiles(`
projectName: churn
modelPackageGroupName: Churn-Models
${keys}
pipeline:
  steps:
    - { name: Reg, type: RegisterModel, register: { imageUri: img, modelData: "s3://some-bucket/m.tar.gz"${group} } }
`);

it('gives the definition, the group and its ARNs one and the same name', async () => {
  const pipeline = await compile('prodAccountId: "222222222222"');
  const [group, ...others] = registryOf(pipeline);
  expect(others).toEqual([]);
  expect(pipeline.definition.Steps[0]?.Arguments['ModelPackageGroupName']).toBe('Churn-Models');
  expect(readablePlatform(group)).toMatchObject({
    name: 'Churn-Models',
    arn: 'arn:<partition>:sagemaker:<region>:<account>:model-package-group/Churn-Models',
    created: true,
  });
  const packages = [
    'arn:<partition>:sagemaker:<region>:<account>:model-package/Churn-Models/*',
    'arn:<partition>:sagemaker:<region>:<account>:model-package/churn-models/*',
  ];
  const statements = (group?.policy ?? []).map(({ sid, actions, resources }) => ({ sid, actions, resources }));
  expect(readablePlatform(statements)).toEqual([
    {
      sid: 'ConsumersDescribeGroup',
      actions: ['sagemaker:DescribeModelPackageGroup'],
      resources: [
        'arn:<partition>:sagemaker:<region>:<account>:model-package-group/Churn-Models',
        'arn:<partition>:sagemaker:<region>:<account>:model-package-group/churn-models',
      ],
    },
    {
      sid: 'ConsumersReadPackages',
      actions: ['sagemaker:CreateModel', 'sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
      resources: packages,
    },
  ]);
});

it('lets consumers deploy, and never decide', async () => {
  const [group] = registryOf(await compile('prodAccountId: "222222222222"'));
  expect(group?.policy.flatMap(({ actions }) => actions)).not.toContain('sagemaker:UpdateModelPackage');
  expect(readablePlatform(group?.policy[1]?.conditions)).toEqual({
    ArnLike: {
      'aws:PrincipalArn': [
        'arn:<partition>:iam::222222222222:role/millrace-model-exec-*',
        'arn:<partition>:iam::222222222222:role/cdk-*-cfn-exec-role-*',
      ],
    },
  });
});

it('lets approvers of another account decide, and change nothing else', () => {
  const policy = groupPolicy({ name: 'churn', consumers: [], approvers: ['333333333333'] });
  expect(policy.map(({ sid }) => sid)).toEqual(['ApproversDescribeGroup', 'ApproversReadPackages', 'ApproversDecide']);
  expect(readablePlatform(policy[2])).toMatchObject({
    actions: ['sagemaker:UpdateModelPackage'],
    conditions: {
      ArnLike: { 'aws:PrincipalArn': ['arn:<partition>:iam::333333333333:role/millrace-model-approver-*'] },
      StringEquals: { 'sagemaker:ModelApprovalStatus': ['Approved', 'Rejected'] },
    },
  });
  expect(policy[1]?.actions).toEqual(['sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages']);
});

it('creates no group that was there before, or that is another account’s', async () => {
  const [kept] = registryOf(await compile('createModelPackageGroup: false'));
  expect(kept).toMatchObject({ name: 'Churn-Models', created: false, policy: [] });

  const arn = 'arn:aws:sagemaker:us-east-1:999999999999:model-package-group/theirs';
  const [, theirs] = registryOf(await compile('', `, modelPackageGroupName: "${arn}"`));
  expect(theirs).toEqual({ name: arn, arn, created: false, policy: [] });
});

it('takes a group that a parameter names for each value that the parameter may have', () => {
  const step = (Name: string, group: string) => ({
    Name,
    Type: 'RegisterModel',
    Arguments: { ModelPackageGroupName: { Get: `Parameters.${group}` } },
  });
  const definition = {
    Version: '2020-12-01' as const,
    Parameters: [
      { Name: 'G', Type: 'String' as const, DefaultValue: 'first' },
      { Name: 'H', Type: 'String' as const, DefaultValue: 'first', EnumValues: ['first', 'second'] },
    ],
    Steps: [step('One', 'G'), step('Two', 'H')],
  };
  const groups = registryOf(platformInputOf(definition, { pipelineName: 'p' }));
  expect(groups.map(({ name }) => name)).toEqual(['first', 'second']);
});

it('takes an account that a deploy value names', async () => {
  const [group] = registryOf(await compile('prodAccountId: ssm:/accounts/prod'));
  expect(readablePlatform(group?.policy[0]?.principals)).toEqual([
    { kind: 'account', account: '<ssm:/accounts/prod>' },
  ]);
});

it('lets consumers pull images, by a policy that names no resources', () => {
  expect(repositoryPolicy([])).toEqual([]);
  expect(repositoryPolicy(['222222222222'])).toMatchObject([
    {
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: [],
    },
  ]);
});

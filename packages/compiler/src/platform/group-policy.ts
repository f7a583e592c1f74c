import { accountPrincipals, MODEL_DEPLOYER_ROLES, roleArns } from './consumer-roles.js';
import { nameSpellings } from './name-spellings.js';
import { MODEL_APPROVER_ROLE_PREFIX, type PlatformText, type PolicyStatement } from './platform-model.js';
import { platformArn, platformText } from './platform-text.js';

/** Who else may do something with a group. */
export interface GroupPolicyWish {
  /** The name of the group, not its ARN. */
  readonly name: PlatformText;
  /** Accounts that run its models. */
  readonly consumers: readonly PlatformText[];
  /** Accounts, other than the group's own, in which people approve its models. */
  readonly approvers?: readonly PlatformText[];
}

/**
 * The policy of a model package group. Which action is checked against which ARN is that of the service authorization
 * reference: the group only for DescribeModelPackageGroup, its packages for the others, ListModelPackages included;
 * CreateModel stands where AWS's example of sharing a group puts it (SageMaker Developer Guide, "Deploy a model version
 * from a different account"). Consumers cannot change a package: that would be to approve it.
 */
export function groupPolicy({ name, consumers, approvers = [] }: GroupPolicyWish): readonly PolicyStatement[] {
  const group = nameSpellings(name).map((each) => platformArn('sagemaker', platformText('model-package-group/', each)));
  const packages = nameSpellings(name).map((each) =>
    platformArn('sagemaker', platformText('model-package/', each, '/*')),
  );
  return [
    ...readers('Consumers', { accounts: consumers, roles: MODEL_DEPLOYER_ROLES, group, packages }),
    ...readers('Approvers', { accounts: approvers, roles: APPROVER_ROLES, group, packages }),
    ...deciders(approvers, packages),
  ];
}

const APPROVER_ROLES = [`${MODEL_APPROVER_ROLE_PREFIX}*`];

interface Reading {
  readonly accounts: readonly PlatformText[];
  readonly roles: readonly string[];
  readonly group: readonly PlatformText[];
  readonly packages: readonly PlatformText[];
}

function readers(who: 'Consumers' | 'Approvers', reading: Reading): readonly PolicyStatement[] {
  const { accounts, roles, group, packages } = reading;
  if (accounts.length === 0) return [];
  const allow = allowRoles(accounts, roles);
  const deploys = who === 'Consumers';
  const read = ['sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'];
  return [
    {
      ...allow,
      sid: `${who}DescribeGroup`,
      actions: ['sagemaker:DescribeModelPackageGroup'],
      resources: group,
      why: 'other accounts find the group',
    },
    {
      ...allow,
      sid: `${who}ReadPackages`,
      actions: deploys ? ['sagemaker:CreateModel', ...read] : read,
      resources: packages,
      why: deploys ? 'other accounts deploy models of the group' : 'people look at what they decide on',
    },
  ];
}

function deciders(accounts: readonly PlatformText[], packages: readonly PlatformText[]): readonly PolicyStatement[] {
  if (accounts.length === 0) return [];
  const { conditions, ...allow } = allowRoles(accounts, APPROVER_ROLES);
  return [
    {
      ...allow,
      sid: 'ApproversDecide',
      actions: ['sagemaker:UpdateModelPackage'],
      resources: packages,
      conditions: { ...conditions, StringEquals: { 'sagemaker:ModelApprovalStatus': ['Approved', 'Rejected'] } },
      why: 'people of another account approve or reject models, and change nothing else',
    },
  ];
}

function allowRoles(accounts: readonly PlatformText[], roles: readonly string[]) {
  return {
    effect: 'Allow',
    principals: accountPrincipals(accounts),
    conditions: { ArnLike: { 'aws:PrincipalArn': roleArns(accounts, roles) } },
  } as const;
}

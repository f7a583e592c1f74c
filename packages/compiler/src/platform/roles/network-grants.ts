import { ANYTHING } from './definition-texts.js';
import type { JobStep } from './job-steps.js';
import type { Grant } from './statement-list.js';
import { argumentLeaves } from './step-values.js';

const INTERFACES = [
  'CreateNetworkInterface',
  'CreateNetworkInterfacePermission',
  'DeleteNetworkInterface',
  'DeleteNetworkInterfacePermission',
  'DescribeDhcpOptions',
  'DescribeNetworkInterfaces',
  'DescribeSecurityGroups',
  'DescribeSubnets',
  'DescribeVpcs',
];

/** What it takes to run in a VPC; nothing where no step does. */
export function networkGrants(steps: readonly JobStep[]): readonly Grant[] {
  const inVpc = steps.some(({ step }) => argumentLeaves(step).some(({ way }) => way.includes('VpcConfig')));
  return inVpc ? [JOIN_NETWORK] : [];
}

const JOIN_NETWORK: Grant = {
  sid: 'JoinNetwork',
  actions: INTERFACES.map((action) => `ec2:${action}`),
  resources: [
    {
      resource: ANYTHING,
      reason:
        'SageMaker checks for these actions without resources or conditions before it starts a job in a VPC (developer guide, "CreateProcessingJob API: Execution Role Permissions")',
    },
  ],
  why: 'Jobs join the subnets that their steps name.',
};

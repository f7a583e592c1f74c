import type { EndpointNetwork } from '../model-endpoint/endpoint-network.js';

/** A network as requests of SageMaker have it (VpcConfig). */
export function networkMembers({ subnetIds, securityGroups }: EndpointNetwork): {
  readonly Subnets: readonly string[];
  readonly SecurityGroupIds: readonly string[];
} {
  return { Subnets: subnetIds, SecurityGroupIds: securityGroups.map(({ securityGroupId }) => securityGroupId) };
}

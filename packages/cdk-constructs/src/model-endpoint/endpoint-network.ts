import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { WrongProp } from '../refuse/refuse.js';

/** The network of a model's containers. */
export interface EndpointNetwork {
  /** 1 to 16 (VpcConfig), of different availability zones. */
  readonly subnetIds: readonly string[];
  /** 1 to 5 (VpcConfig). */
  readonly securityGroups: readonly ec2.ISecurityGroup[];
}

/** What is wrong with a network. */
export function wrongNetwork(network: EndpointNetwork | undefined): readonly WrongProp[] {
  if (network === undefined) return [];
  const { subnetIds, securityGroups } = network;
  return [
    ...wrongLength('network.subnetIds', subnetIds.length, 16),
    ...wrongLength('network.securityGroups', securityGroups.length, 5),
  ];
}

function wrongLength(prop: string, given: number, max: number): readonly WrongProp[] {
  if (given >= 1 && given <= max) return [];
  return [{ prop, given: `${given} entries`, allowed: `1 to ${max}`, help: 'Subnets and groups come together.' }];
}

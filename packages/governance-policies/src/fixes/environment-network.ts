import { deployValue, isDeployValueName, type Json } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

/** The members of a VpcConfig. */
export interface Network {
  readonly SecurityGroupIds: readonly Json[];
  readonly Subnets: readonly Json[];
}

/** The network that the project config names for the environment; undefined without one, or where an id is not known. */
export function environmentNetwork(context: PolicyContext): Network | undefined {
  const vpc = context.environment?.config.vpc;
  if (vpc === undefined) return undefined;
  const groups = vpc.securityGroupIds.map((id) => idOf(id, context));
  const subnets = vpc.subnetIds.map((id) => idOf(id, context));
  const SecurityGroupIds = groups.filter((id) => id !== undefined);
  const Subnets = subnets.filter((id) => id !== undefined);
  const isKnown = SecurityGroupIds.length === groups.length && Subnets.length === subnets.length;
  return isKnown ? { SecurityGroupIds, Subnets } : undefined;
}

/** An id as it is; of a parameter of SSM its deploy value, or what the environment says of it. */
function idOf(id: string, context: PolicyContext): Json | undefined {
  if (!isDeployValueName(id)) return id;
  return context.isSymbolic ? deployValue(id) : context.deployValue(id);
}

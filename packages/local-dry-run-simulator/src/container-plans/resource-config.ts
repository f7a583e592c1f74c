import type { PlainJsonObject } from '@millrace/schema';

/** The name of the only host of a local job, as SageMaker names the first one. */
export const CONTAINER_HOST = 'algo-1';

/** The content of resourceconfig.json: one host, whatever InstanceCount says. */
export function resourceConfig(instanceType: string | undefined): PlainJsonObject {
  const type = instanceType ?? 'local';
  return {
    current_host: CONTAINER_HOST,
    current_instance_type: type,
    current_group_name: 'homogeneousCluster',
    hosts: [CONTAINER_HOST],
    instance_groups: [{ instance_group_name: 'homogeneousCluster', instance_type: type, hosts: [CONTAINER_HOST] }],
    network_interface_name: 'eth0',
  };
}

import type { DeployValueName } from '../deploy-value.js';
import type { EnvironmentConfig } from './project-config.js';

/** The deploy values of an environment: those that follow from what it is, and over them its own `values:`. */
export function deployValuesOf(name: string, environment: EnvironmentConfig): ReadonlyMap<string, string> {
  const { account, region, buckets, values = {} } = environment;
  const implied: Partial<Record<DeployValueName, string | undefined>> = {
    environment: name,
    account,
    region,
    partition: region === undefined ? undefined : partitionOf(region),
    bucket: buckets?.pipeline,
  };
  return new Map(
    Object.entries({ ...implied, ...values }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The partitions of AWS by the beginning of their regions (botocore's partitions). */
const PARTITIONS: readonly (readonly [region: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['us-iso-', 'aws-iso'],
  ['eu-isoe-', 'aws-iso-e'],
  ['eusc-', 'aws-eusc'],
];

/** The partition that a region lies in. */
export function partitionOf(region: string): string {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

import type { FrameworkImage } from './framework-image.js';

/** The end of host names by the beginning of region names (botocore's partitions). */
const DOMAINS: readonly (readonly [region: string, domain: string])[] = [
  ['cn-', 'amazonaws.com.cn'],
  ['us-isob-', 'sc2s.sgov.gov'],
  ['us-isof-', 'csp.hci.ic.gov'],
  ['us-iso-', 'c2s.ic.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk'],
  ['eusc-', 'amazonaws.eu'],
];

/** The URI of an image in a region; undefined where AWS does not serve it there. */
export function frameworkImageUri({ accounts, repository }: FrameworkImage, region: string): string | undefined {
  const account = accounts.get(region);
  if (account === undefined) return undefined;
  const domain = DOMAINS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'amazonaws.com';
  return `${account}.dkr.ecr.${region}.${domain}/${repository}`;
}

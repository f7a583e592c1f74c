import type { PlacedMember } from './governed-job.js';

/**
 * Whether the object around a member is there, whether or not the member is. Fixes add members to objects such as
 * OutputDataConfig, and make none: they have members that SageMaker demands and that nobody else knows.
 */
export function hasHolder({ path, place }: Pick<PlacedMember, 'path' | 'place'>): boolean {
  return path.length >= place.length - 1;
}

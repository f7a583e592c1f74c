import { ARTIFACT_LAYOUT, type ArtifactArea } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';

const AREAS = Object.keys(ARTIFACT_LAYOUT).join('|');

/** `s3://<bucket>/<environment>/<pipeline>/<area>/…` */
const PLACE = new RegExp(`^s3://[^/]+/[^/]+/[^/]+/(?<area>${AREAS})(?:/|$)`);

/** The area of the artifact layout that a URI lies in; undefined for places of others. */
export function artifactAreaOf(uri: string): ArtifactArea | undefined {
  // The names of the groups of the expression are the keys of the layout.
  return PLACE.exec(uri)?.groups?.['area'] as ArtifactArea | undefined;
}

/** Days after which S3 deletes what lies in an area: as the environment has it, else as the layout has; undefined where it stays. */
export function expiryOf(area: ArtifactArea, { environment }: PolicyContext): number | undefined {
  const own = environment?.config.retention?.[area];
  if (own === undefined) return ARTIFACT_LAYOUT[area].lifecycle.expireAfterDays;
  return own === 'keep' ? undefined : own;
}

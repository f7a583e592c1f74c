import {
  ARTIFACT_LAYOUT,
  type ArtifactArea,
  type ArtifactLifecycle,
  artifactKey,
  artifactLifecycles,
} from '@millrace/schema';
import { fingerprint } from './fingerprint.js';
import type { LifecycleRule, PlatformInput, PlatformText } from './platform-model.js';
import { platformText } from './platform-text.js';

/**
 * The lifecycle rules of a pipeline's prefixes in the bucket of an environment. The ids say whose rule it is and never
 * change with the number or order of rules, so that several pipelines can share a bucket.
 * @param environment as `dev`; which retention of the spec counts, and the beginning of the prefixes
 */
export function lifecycleRulesOf(
  { pipelineName, settings }: Pick<PlatformInput, 'pipelineName' | 'settings'>,
  environment: string,
): readonly LifecycleRule[] {
  const lifecycles = artifactLifecycles(settings.artifacts, environment);
  const owner = { environment, pipeline: [pipelineName] };
  // The keys of the layout are its areas; Object.keys cannot say so.
  return (Object.keys(ARTIFACT_LAYOUT) as ArtifactArea[]).flatMap((area) =>
    areaRules(lifecycles[area], {
      id: ruleId(pipelineName, `${environment}-${area}`),
      prefix: platformText(...artifactKey(owner, area), '/'),
    }),
  );
}

/**
 * The rule of a whole bucket, whoever uses it: uploads that never ended, and markers that hide nothing any more. Both
 * cost or slow down without being seen, and neither can be told by tag (PutBucketLifecycleConfiguration).
 */
export const BUCKET_LIFECYCLE_RULES: readonly LifecycleRule[] = [
  { id: 'leftovers', abortMultipartAfterDays: 7, expireDeleteMarkers: true },
];

function areaRules(
  { expireTagged, ...ages }: ArtifactLifecycle,
  place: { id: string; prefix: PlatformText },
): readonly LifecycleRule[] {
  const byAge = Object.keys(ages).length === 0 ? [] : [{ ...place, ...ages }];
  if (expireTagged === undefined) return byAge;
  const { afterDays, ...tag } = expireTagged;
  return [...byAge, { id: `${place.id}-retired`, prefix: place.prefix, tag, expireAfterDays: afterDays }];
}

const LONGEST_NAME = 128;

/** At most 255 characters for all names and environments of at most 100. */
function ruleId(pipelineName: PlatformText, area: string): string {
  const isShort = typeof pipelineName === 'string' && pipelineName.length <= LONGEST_NAME;
  return `${isShort ? pipelineName : fingerprint(pipelineName)}-${area}`;
}

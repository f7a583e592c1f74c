import { z } from 'zod';
import { cachedSteps } from '../../caching/cached-steps.js';
import { daysOfFiles } from '../../caching/days-of-files.js';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { defineRule } from '../../rule/define-rule.js';
import { violation } from '../../rule/tell.js';
import { artifactAreaOf, expiryOf } from '../../storage/artifact-area-of.js';
import { type S3Place, s3Places } from '../../storage/s3-places.js';
import { textCandidatesOf } from '../../values/candidates.js';
import { daysOf, durationOf } from '../../values/iso-duration.js';

/** MR-CAC-003 */
export const cachesEndBeforeTheirFiles = defineRule({
  id: 'MR-CAC-003',
  profiles: { baseline: 'error' },
  title: 'results are not used again after S3 has deleted their files',
  checks:
    'ExpireAfter of a cached step against the lifecycle of the areas of the artifact layout that its outputs lie in, as the environment has them.',
  why: 'A cache hit hands the URIs of the first run to the next steps. Where a lifecycle rule has deleted the objects, these fail, and the step that could make them again is skipped.',
  fix: {
    kind: 'safe',
    how: 'let the cache end before the files do, or keep the files longer (artifacts: in a spec, retention: of the environment)',
  },
  source:
    'Artifact layout of Millrace; SageMaker developer guide, pipelines-caching; Amazon S3 user guide, lifecycle rules',
  options: z.strictObject({
    marginDays: z.number().min(0).default(0).describe('So many days before the files the cache has to end.'),
  }),
  subjects: (context) => {
    const cached = new Set(cachedSteps(context));
    return s3Places(context).filter(({ placed, use }) => use === 'output' && cached.has(placed));
  },
  judge: function* ({ placed, uri }, context, { marginDays }) {
    const used = cacheDays(placed);
    const { usual } = textCandidatesOf(context.read(uri));
    const area = typeof usual?.value === 'string' ? artifactAreaOf(usual.value) : undefined;
    const kept = area === undefined ? undefined : expiryOf(area, context);
    if (used === undefined || kept === undefined || used <= kept - marginDays) return;
    const path = [...placed.path, 'CacheConfig', 'ExpireAfter'];
    const edits = editsThatSet(path, durationOf(daysOfFiles(placed, context) - marginDays));
    yield violation(
      `its results are used again for ${round(used)} days, and S3 deletes what lies in ${area}/ after ${kept} days`,
      { path, edits },
    );
  },
});

function cacheDays({ step }: S3Place['placed']): number | undefined {
  const lifetime = step.CacheConfig?.['ExpireAfter'];
  return typeof lifetime === 'string' ? daysOf(lifetime) : undefined;
}

function round(days: number): number {
  return Math.round(days * 10) / 10;
}

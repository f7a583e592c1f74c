import { z } from 'zod';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { bucketOf, isOpenBucket } from '../../storage/bucket-of.js';
import { s3Places } from '../../storage/s3-places.js';
import { isDeployed } from '../../values/is-deployed.js';
import { judgeText } from '../../values/judge-value.js';

/** MR-S3-002 */
export const inputsComeFromDeclaredBuckets = defineRule({
  id: 'MR-S3-002',
  profiles: { baseline: 'error' },
  title: 'what steps read comes from buckets that the environment names',
  checks:
    'URIs of inputs and models against "buckets:" and "data:" of the environment and the option "buckets"; without an environment that names buckets there is nothing to compare with.',
  why: 'Roles of jobs are given exactly what is declared. Data of a bucket that nobody declared cannot be read in the end, or has an owner who may change it and knows nothing of this pipeline.',
  fix: { kind: 'none', how: 'add the bucket to "buckets: read:" of the environment after agreeing with its owner' },
  source: 'Least privilege derived from the project config; Well-Architected ML Lens MLSEC-03',
  options: z.strictObject({
    buckets: z.array(z.string()).default([]).describe('Further buckets that may be read.'),
  }),
  subjects: (context) =>
    context.environment?.config.buckets === undefined ? [] : s3Places(context).filter(({ use }) => use === 'input'),
  judge: function* ({ uri, path }, context, { buckets }) {
    const known = declaredBuckets(context, buckets);
    const answer = judgeText(context.read(uri), (given = '') => {
      const place = bucketOf(given);
      if (place === undefined) return /^<(?!code:)/.test(given) ? 'unknown' : 'holds';
      if (isOpenBucket(place.bucket)) return 'unknown';
      return known.has(place.bucket) || isDeployed(place.bucket) ? 'holds' : 'violated';
    });
    const what = `a bucket that the environment "${context.environment?.name}" names`;
    yield* tell(answer, { path, violated: `it does not read from ${what}`, unknown: `it may not read from ${what}` });
  },
});

function declaredBuckets({ environment }: PolicyContext, more: readonly string[]): ReadonlySet<string> {
  const { buckets, data = {} } = environment?.config ?? {};
  const ofData = Object.keys(data).flatMap((uri) => bucketOf(uri)?.bucket ?? []);
  return new Set(['<bucket>', ...[buckets?.pipeline ?? []].flat(), ...(buckets?.read ?? []), ...ofData, ...more]);
}

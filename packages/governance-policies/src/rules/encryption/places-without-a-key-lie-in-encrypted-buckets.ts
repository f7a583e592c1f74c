import type { Json, Path } from '@millrace/schema';
import { z } from 'zod';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { judgeText } from '../../values/judge-value.js';

/** Places of training jobs for which the request has no key. */
const PLACES = [
  ['CheckpointConfig', 'S3Uri'],
  ['DebugHookConfig', 'S3OutputPath'],
  ['TensorBoardOutputConfig', 'S3OutputPath'],
  ['ProfilerConfig', 'S3OutputPath'],
] as const;

interface PlaceWithoutKey {
  readonly uri: Json;
  readonly path: Path;
}

/** MR-KMS-006 */
export const placesWithoutAKeyLieInEncryptedBuckets = defineRule({
  id: 'MR-KMS-006',
  profiles: { regulated: 'warning' },
  title: 'checkpoints and debugging data go to buckets that encrypt with a key',
  checks:
    'URIs of CheckpointConfig, DebugHookConfig, TensorBoardOutputConfig and ProfilerConfig: the bucket of the environment, or one of the option "encryptedBuckets".',
  why: 'These requests have no member for a key, so the encryption by default of the bucket is all that there is. Checkpoints are models, and debugging data may hold examples.',
  fix: {
    kind: 'none',
    how: 'use the bucket of the environment, or name the bucket in the option "encryptedBuckets" after checking its encryption',
  },
  source: 'CheckpointConfig, DebugHookConfig and TensorBoardOutputConfig of CreateTrainingJob have no KMS member',
  options: z.strictObject({
    encryptedBuckets: z
      .array(z.string())
      .default([])
      .describe('Buckets that encrypt by default with a key of your own.'),
  }),
  subjects: placesWithoutKey,
  judge: function* ({ uri, path }, context, { encryptedBuckets }) {
    const known = new Set(['<bucket>', context.deployValue('bucket'), ...encryptedBuckets]);
    // Where nobody has named a bucket, nothing is known of any.
    const isComparable = context.deployValue('bucket') !== undefined || encryptedBuckets.length > 0;
    const answer = judgeText(context.read(uri), (given = '') => {
      const bucket = /^s3:\/\/([^/]*)/.exec(given)?.[1];
      if (bucket === undefined || /[<…]/.test(bucket.replace('<bucket>', ''))) return 'unknown';
      if (known.has(bucket)) return 'holds';
      return isComparable ? 'violated' : 'unknown';
    });
    const what = 'encrypt with a key of its own';
    yield* tell(answer, {
      path,
      violated: `nothing says that this bucket would ${what}`,
      unknown: `this bucket may not ${what}`,
    });
  },
});

function placesWithoutKey(context: PolicyContext): readonly PlaceWithoutKey[] {
  return governedJobs(context)
    .filter(({ form }) => form === 'training')
    .flatMap((job) =>
      PLACES.flatMap((way) => {
        const { value, path } = job.member(way);
        return value === undefined ? [] : [{ uri: value, path }];
      }),
    );
}

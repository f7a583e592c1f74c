import { ownPlaceEdits } from '../../fixes/own-place-edits.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { s3Places } from '../../storage/s3-places.js';
import { judgeText } from '../../values/judge-value.js';

const DEFAULT_BUCKET = /^s3:\/\/sagemaker-(?:[a-z]{2}[a-z0-9-]*-\d|<region>|…)-(?:\d{12}|<account>|…)(?:\/|$)/;

/** MR-S3-003 */
export const bucketsHaveNamesNobodyGuesses = defineRule({
  id: 'MR-S3-003',
  profiles: { baseline: 'error' },
  title: 'no step uses the default bucket of the SageMaker SDK',
  checks: 'No URI has a bucket sagemaker-<region>-<account>.',
  why: 'Whoever knows the number of an account knows the name, and may take it in a region that the account does not use yet: data and models then go to a stranger. All pipelines of an account share it, without a prefix, a key or a lifecycle of their own.',
  fix: { kind: 'suggested', how: 'use the bucket of the environment' },
  source: 'Prowler s3_bucket_shadow_resource_vulnerability; SageMaker Python SDK, Session.default_bucket',
  subjects: s3Places,
  judge: function* (place, context) {
    const { uri, path, use } = place;
    const answer = judgeText(context.read(uri), (given = '') => (DEFAULT_BUCKET.test(given) ? 'violated' : 'holds'));
    // Of a value that nobody knows this need not be feared.
    if (answer.verdict === 'unknown' && !answer.because.includes('sagemaker-')) return;
    yield* tell(answer, {
      path,
      about: 'the default bucket',
      // What is read there would have to be copied first.
      edits: () => (use === 'output' ? ownPlaceEdits(place, context) : []),
      violated: 'it uses the default bucket of the SageMaker SDK, whose name anybody can guess',
      unknown: 'it may use the default bucket of the SageMaker SDK, whose name anybody can guess',
    });
  },
});

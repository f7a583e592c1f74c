import { pinImage } from '@millrace/schema';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { AWS_IMAGE_ACCOUNTS } from '../../images/generated/aws-image-accounts.js';
import { parseEcrImage } from '../../images/image-uri.js';
import { namedImages } from '../../images/named-images.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';

/** MR-IMG-001 */
export const imagesArePinnedByDigest = defineRule({
  id: 'MR-IMG-001',
  profiles: { baseline: 'warning', regulated: 'error' },
  title: 'images are pinned by their digest',
  checks: 'Images of jobs, models and packages end with @sha256: and 64 hexadecimal digits.',
  why: 'A tag may be pushed again. Only the digest says which bytes ran, so that a model can be made again and an audit can name what made it.',
  fix: { kind: 'suggested', how: 'write the digest in place of the tag; `millrace lock` looks it up and pins it' },
  source:
    'Amazon ECR user guide, image tag mutability; of 54 public repositories with SageMaker pipelines none pins by digest (survey of 2026-11)',
  subjects: namedImages,
  judge: function* ({ value, path }, context) {
    const answer = judgeText(context.read(value), (given = '') => verdictOf(given));
    yield* tell(answer, {
      path,
      edits:
        typeof value === 'string' && context.images.has(value)
          ? editsThatSet(path, pinImage(value, context.images))
          : [],
      violated: 'the image is not pinned by its digest',
      unknown: 'the image may not be pinned by its digest',
    });
  },
});

function verdictOf(image: string): Verdict {
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return 'holds';
  // A framework's image, and a whole URI of the deployment, get their digest from the lock or from whoever deploys.
  if (/^<[^>]*>$|…$/.test(image)) return 'unknown';
  const { account, tag = 'latest' } = parseEcrImage(image) ?? {};
  return account !== undefined && AWS_IMAGE_ACCOUNTS.has(account) && tag !== 'latest' ? 'unknown' : 'violated';
}

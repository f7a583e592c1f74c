import type { Json } from '@millrace/schema';
import { z } from 'zod';
import { editsThatSet } from '../../fixes/edits-that-set.js';
import { memberIn } from '../../jobs/governed-job.js';
import { modelContainers } from '../../jobs/model-containers.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell, unprovable } from '../../rule/tell.js';
import { resolvedUri } from '../../storage/resolved-uri.js';
import { beginsUnknown } from '../../values/is-unknown-text.js';
import { judgeText, judgeValue, type Verdict } from '../../values/judge-value.js';

const ECR = /^(?:\d{12}|<account>)\.dkr\.ecr\./;

/** MR-NET-009 */
export const modelImagesComeThroughTheVpc = defineRule({
  id: 'MR-NET-009',
  profiles: { regulated: 'warning' },
  title: 'images of models that lie in a private registry are pulled through the VPC',
  checks:
    'ImageConfig.RepositoryAccessMode of containers of models is Vpc where the image is not from ECR; for every image with the option "always".',
  why: 'With the access mode Platform SageMaker pulls the image on its own ways, past the registry that is reachable from the VPC only.',
  fix: { kind: 'suggested', how: 'set ImageConfig to {"RepositoryAccessMode": "Vpc"} and give the model a VpcConfig' },
  source: 'Security Hub SageMaker.16 and SageMaker.19; CreateModel, ImageConfig',
  options: z.strictObject({
    always: z.boolean().default(false).describe('Demand it of images from ECR too.'),
  }),
  subjects: (context, { always }) =>
    modelContainers(context).filter(
      ({ container }) =>
        container['Image'] !== undefined && (always || isFromEcr(container['Image'], context) !== 'holds'),
    ),
  judge: function* ({ job, container, path: at }, context, { always }) {
    const { value, path, place } = memberIn(container, ['ImageConfig', 'RepositoryAccessMode'], at);
    const answer = judgeValue(context.read(value), (given) => given === 'Vpc');
    if (answer.verdict === 'violated' && !always && isFromEcr(container['Image'], context) === 'unknown') {
      yield unprovable('its image may be one of a private registry, and is not pulled through the VPC', {
        path,
        place,
      });
      return;
    }
    yield* tell(answer, {
      path,
      place,
      // SageMaker refuses the access mode where the model has no VPC.
      edits: job.setting('vpc').value === undefined ? [] : editsThatSet(place, 'Vpc'),
      violated: 'its image is not pulled through the VPC',
      unknown: 'its image may not be pulled through the VPC',
    });
  },
});

/** A framework image is one of AWS's in ECR. */
function isFromEcr(image: Json | undefined, context: PolicyContext): Verdict {
  const { verdict } = judgeText(resolvedUri(image, context), (given = '') => {
    if (ECR.test(given) || given.startsWith('<image:')) return 'holds';
    return beginsUnknown(given) ? 'unknown' : 'violated';
  });
  return verdict;
}

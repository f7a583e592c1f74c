import { parseEcrImage } from '../../images/image-uri.js';
import { namedImages } from '../../images/named-images.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeText } from '../../values/judge-value.js';

/** MR-IMG-004 */
export const imagesLieInTheRegion = defineRule({
  id: 'MR-IMG-004',
  profiles: { baseline: 'warning' },
  title: 'images lie in the region of the pipeline',
  checks:
    'The region in the URI of images of ECR, against the region of the environment; without one there is nothing to compare with.',
  why: 'Models and endpoints refuse images of another region; jobs that take them wait for the transfer and pay for it each time.',
  fix: { kind: 'none', how: 'use the image of the region, or {{region}} in its URI' },
  source: 'SageMaker developer guide, your own inference code: the image must be in the region of the model',
  subjects: (context) => (context.deployValue('region') === undefined ? [] : namedImages(context)),
  judge: function* ({ value, path }, context) {
    const own = context.deployValue('region');
    const answer = judgeText(context.read(value), (given = '') => {
      const region = parseEcrImage(given)?.region;
      if (region === undefined || region === own || region === '<region>') return 'holds';
      return region.includes('…') || region.includes('<') ? 'unknown' : 'violated';
    });
    yield* tell(answer, {
      path,
      violated: `the image does not lie in ${own}`,
      unknown: `the image may not lie in ${own}`,
    });
  },
});

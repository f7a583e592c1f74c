import { movementOf } from '../../images/moving-images.js';
import { namedImages } from '../../images/named-images.js';
import { defineRule } from '../../rule/define-rule.js';

/** MR-IMG-002 */
export const imagesHaveFixedVersions = defineRule({
  id: 'MR-IMG-002',
  profiles: { baseline: 'error' },
  title: 'images have a fixed version',
  checks: 'No image has the tag "latest" or neither tag nor digest; of parameters every value that a start may give.',
  why: 'Whoever pushes to the repository changes what the pipeline runs, without a review, and a cached step does not notice that its image has changed.',
  fix: { kind: 'none', how: 'use a tag that is never moved, such as a version, or a digest' },
  source:
    'Rule R105 of Millrace; SageMaker developer guide, pipelines-default-keys (the cache compares the URI of the image)',
  sameAs: ['definition/image-may-change'],
  subjects: namedImages,
  judge: movementOf,
});

import { cachedSteps } from '../../caching/cached-steps.js';
import { changesUnseenBy } from '../../caching/unseen-changes.js';
import { defineRule } from '../../rule/define-rule.js';

/** MR-CAC-004 */
export const cachedStepsSeeChangedCode = defineRule({
  id: 'MR-CAC-004',
  profiles: { baseline: 'error' },
  title: 'a cached step is one whose code has a name that changes with it',
  checks:
    'Cached steps whose image has the tag latest or no tag, or whose scripts lie at a URI without a hash and without the time at which the SageMaker SDK made the definition, with which new code has a new name.',
  why: 'The cache compares the names of image and scripts. New code under the same name is not run: the step hands out the result of the old one, and the execution looks as if it had succeeded.',
  fix: { kind: 'none', how: 'pin the image, name scripts by their content, or switch the cache of this step off' },
  source: 'SageMaker developer guide, pipelines-default-keys; issue 13862 of Kubeflow Pipelines has the same fault',
  covers: ['MR-COD-001', 'MR-IMG-002'],
  subjects: cachedSteps,
  judge: function* (placed, context) {
    yield* changesUnseenBy(placed, context);
  },
});

import type { PlacedStep } from '@millrace/schema';
import { cachedSteps } from '../../caching/cached-steps.js';
import { movingImages } from '../../images/moving-images.js';
import { type CodePlace, codePlaces } from '../../jobs/code-places.js';
import { defineRule } from '../../rule/define-rule.js';
import type { Judgement } from '../../rule/governance-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { violation } from '../../rule/tell.js';
import { beginsUnknown } from '../../values/is-unknown-text.js';
import { judgeText } from '../../values/judge-value.js';
import { namesContent } from '../../values/names-content.js';

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
  subjects: cachedSteps,
  judge: function* (placed, context) {
    for (const change of context.once(changesByStep).get(placed) ?? []) yield change;
  },
});

/** The SageMaker SDK ends names with the time of compilation, so that new code has a new name: `-2026-11-21-07-30-00-000`. */
function isMadeAnew(uri: string): boolean {
  return /-\d{4}(?:-\d{2}){5}(?:-\d{3})?\//.test(uri);
}

interface Change {
  readonly placed: PlacedStep;
  readonly judgement: Judgement;
}

function changesByStep(context: PolicyContext): ReadonlyMap<PlacedStep, readonly Judgement[]> {
  const found = new Map<PlacedStep, Judgement[]>();
  for (const { placed, judgement } of changes(context)) {
    const known = found.get(placed);
    if (known === undefined) found.set(placed, [judgement]);
    else known.push(judgement);
  }
  return found;
}

function changes(context: PolicyContext): readonly Change[] {
  const images = movingImages(context).map(({ placed, path }) => ({
    placed,
    judgement: violation('it is cached and does not see a new image: the image has no fixed version', { path }),
  }));
  const scripts = codePlaces(context)
    .filter((place) => !isNamed(place, context))
    .map(({ job, path }) => ({
      placed: job.placed,
      judgement: violation('it is cached and does not see new scripts: their URI does not name their content', {
        path,
      }),
    }));
  return [...images, ...scripts];
}

function isNamed({ uri }: CodePlace, context: PolicyContext): boolean {
  const { verdict } = judgeText(context.read(uri), (given = '') =>
    namesContent(given) || isMadeAnew(given) || beginsUnknown(given) ? 'holds' : 'violated',
  );
  return verdict !== 'violated';
}

import type { PlacedStep } from '@millrace/schema';
import { movingImages } from '../images/moving-images.js';
import { type CodePlace, codePlaces } from '../jobs/code-places.js';
import type { Judgement } from '../rule/governance-rule.js';
import type { PolicyContext } from '../rule/policy-context.js';
import { violation } from '../rule/tell.js';
import { beginsUnknown } from '../values/is-unknown-text.js';
import { judgeText } from '../values/judge-value.js';
import { namesContent } from '../values/names-content.js';

/** What may change about a step without its cache noticing: images and scripts whose names say nothing of their content. */
export function changesUnseenBy(placed: PlacedStep, context: PolicyContext): readonly Judgement[] {
  return context.once(changesByStep).get(placed) ?? [];
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

/** The SageMaker SDK ends names with the time of compilation, so that new code has a new name: `-2026-11-21-07-30-00-000`. */
function isMadeAnew(uri: string): boolean {
  return /-\d{4}(?:-\d{2}){5}(?:-\d{3})?\//.test(uri);
}

function isNamed({ uri }: CodePlace, context: PolicyContext): boolean {
  const { verdict } = judgeText(context.read(uri), (given = '') =>
    namesContent(given) || isMadeAnew(given) || beginsUnknown(given) ? 'holds' : 'violated',
  );
  return verdict !== 'violated';
}

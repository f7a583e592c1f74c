import { imagesThatMayChange } from '@millrace/schema';
import type { Judgement } from '../rule/governance-rule.js';
import { JudgementsByPlace } from '../rule/judgements-by-place.js';
import type { PolicyContext } from '../rule/policy-context.js';
import { tell } from '../rule/tell.js';
import { judgeText } from '../values/judge-value.js';
import { type NamedImage, namedImages } from './named-images.js';

/** What is to be said of an image that another one may take the place of; of parameters every value that a start may give. */
export function movementOf(image: NamedImage, context: PolicyContext): readonly Judgement[] {
  const certain = context.once(movingByPlace).at(image.path);
  return certain.length > 0 ? certain : ofParameter(image, context);
}

/** The images that certainly may change. */
export function movingImages(context: PolicyContext): readonly NamedImage[] {
  return namedImages(context).filter((image) =>
    movementOf(image, context).some(({ verdict }) => verdict === 'violated'),
  );
}

/** What the schema says of images; of parameters it says nothing certain. */
function movingByPlace(context: PolicyContext): JudgementsByPlace {
  return new JudgementsByPlace(
    [...imagesThatMayChange(context.definition)].filter(({ verdict }) => verdict === 'violated'),
  );
}

function ofParameter({ value, path }: NamedImage, context: PolicyContext): readonly Judgement[] {
  const read = context.read(value);
  if (read.kind !== 'parameter') return [];
  const answer = judgeText(read, (given = '') => (/:latest$|\/[^:@]*$/.test(given) ? 'violated' : 'holds'));
  return tell(answer, {
    path,
    violated: 'the image has no fixed version',
    unknown: 'the image may have no fixed version',
  });
}

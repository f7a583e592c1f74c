import { imagesThatMayChange } from '@millrace/schema';
import { type NamedImage, namedImages } from '../../images/named-images.js';
import { defineRule } from '../../rule/define-rule.js';
import type { Judgement } from '../../rule/governance-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { judgeText } from '../../values/judge-value.js';

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
  subjects: namedImages,
  judge: function* (image, context) {
    yield* context.once(movingByPlace).get(keyOf(image)) ?? ofParameter(image, context);
  },
});

/** What the schema says of images, by their place; of parameters it says nothing certain. */
function movingByPlace(context: PolicyContext): ReadonlyMap<string, readonly Judgement[]> {
  const certain = [...imagesThatMayChange(context.definition)].filter(({ verdict }) => verdict === 'violated');
  return new Map(certain.map((each) => [keyOf(each), [each]]));
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

function keyOf({ path }: Pick<NamedImage, 'path'>): string {
  return path.join('\0');
}

import type { Json } from '@millrace/schema';
import { ownPlaceEdits } from '../../fixes/own-place-edits.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { artifactAreaOf, expiryOf } from '../../storage/artifact-area-of.js';
import { registeredModels } from '../../storage/registered-models.js';
import { resolvedUri } from '../../storage/resolved-uri.js';
import { type S3Place, s3Places } from '../../storage/s3-places.js';
import { statedUri } from '../../storage/stated-uri.js';
import { judgeText } from '../../values/judge-value.js';

/** MR-REG-006 */
export const packagesKeepTheirModels = defineRule({
  id: 'MR-REG-006',
  profiles: { baseline: 'error' },
  title: 'the data of a registered model does not expire',
  checks:
    'ModelDataUrl of packages lies in no area of the artifact layout whose objects S3 deletes by age. What comes from a step is followed to the output of that step.',
  why: 'A lifecycle rule deletes the files of an approved version, and the endpoint that is made of it next year does not start.',
  fix: {
    kind: 'suggested',
    how: 'write the model below models/, as a spec does by default, or give the area no expiry',
  },
  source: 'Artifact layout of Millrace (schema/artifact-layout.ts); Amazon S3 user guide, lifecycle rules',
  subjects: registeredModels,
  judge: function* ({ uri, path }, context) {
    const answer = judgeText(resolvedUri(uri, context), (given = '') => {
      const area = artifactAreaOf(given);
      return area === undefined || expiryOf(area, context) === undefined ? 'holds' : 'violated';
    });
    // Of a place that is not known nothing can be said, and most are not the layout's.
    if (answer.verdict === 'violated') {
      yield* tell(answer, {
        path,
        edits: outputsAt(statedUri(uri, context), context).flatMap((output) => ownPlaceEdits(output, context)),
        violated: 'the data of the model lies where S3 deletes it by age',
        unknown: '',
      });
    }
  },
});

/** The outputs that are written to a URI. */
function outputsAt(uri: Json | undefined, context: PolicyContext): readonly S3Place[] {
  return s3Places(context).filter((place) => place.use === 'output' && place.uri === uri);
}

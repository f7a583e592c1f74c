import type { Json, Path } from '@millrace/schema';
import { memberIn } from '../../jobs/governed-job.js';
import { packageContainers } from '../../jobs/model-containers.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { artifactAreaOf, expiryOf } from '../../storage/artifact-area-of.js';
import { resolvedUri } from '../../storage/resolved-uri.js';
import { judgeText } from '../../values/judge-value.js';

interface ModelData {
  readonly uri: Json;
  readonly path: Path;
}

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
  subjects: modelData,
  judge: function* ({ uri, path }, context) {
    const answer = judgeText(resolvedUri(uri, context), (given = '') => {
      const area = artifactAreaOf(given);
      return area === undefined || expiryOf(area, context) === undefined ? 'holds' : 'violated';
    });
    // Of a place that is not known nothing can be said, and most are not the layout's.
    if (answer.verdict === 'violated') {
      yield* tell(answer, { path, violated: 'the data of the model lies where S3 deletes it by age', unknown: '' });
    }
  },
});

function modelData(context: PolicyContext): readonly ModelData[] {
  return packageContainers(context).flatMap(({ container, path: at }) => {
    const { value, path } = memberIn(container, ['ModelDataUrl'], at);
    const source = memberIn(container, ['ModelDataSource', 'S3DataSource', 'S3Uri'], at);
    return [{ value, path }, source].flatMap((each) =>
      each.value === undefined ? [] : [{ uri: each.value, path: each.path }],
    );
  });
}

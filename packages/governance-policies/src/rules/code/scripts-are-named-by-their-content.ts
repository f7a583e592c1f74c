import { codePlaces } from '../../jobs/code-places.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { beginsUnknown } from '../../values/is-unknown-text.js';
import { judgeText } from '../../values/judge-value.js';
import { namesContent } from '../../values/names-content.js';

/** MR-COD-001 */
export const scriptsAreNamedByTheirContent = defineRule({
  id: 'MR-COD-001',
  profiles: { baseline: 'error' },
  title: 'scripts lie at URIs that name their content',
  checks:
    'The input "code" of processing jobs, inputs out of which the command is started, and sagemaker_submit_directory of training jobs and models: the URI holds a hash.',
  why: 'SageMaker compares the URI of a script and never its bytes: after an upload to the same key a cached step keeps the result of the old script, running executions change in the middle, and no definition says what ran.',
  fix: {
    kind: 'none',
    how: 'name local scripts in the spec (script:, sourceDir:), which are uploaded by their hash, or put the hash of the content into the key',
  },
  source: 'SageMaker developer guide, pipelines-default-keys; pull requests 2790 and 3070 of the SageMaker Python SDK',
  subjects: codePlaces,
  judge: function* ({ uri, path }, context) {
    const answer = judgeText(context.read(uri), (given = '') =>
      namesContent(given) ? 'holds' : beginsUnknown(given) ? 'unknown' : 'violated',
    );
    yield* tell(answer, {
      path,
      violated: 'the URI of these scripts does not name their content',
      unknown: 'the URI of these scripts may not name their content',
    });
  },
});

import { editsThatSet } from '../../fixes/edits-that-set.js';
import { environmentKey } from '../../fixes/environment-key.js';
import { jobKeys } from '../../jobs/job-keys.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { beginsUnknown } from '../../values/is-unknown-text.js';
import { judgeText } from '../../values/judge-value.js';

const KEY_ARN = /^arn:[^:]+:kms:[^:]*:[^:]*:key\/|^<(?:kmsKeyArn|resource:[^>]+\.Arn)>$/;

/** MR-KMS-005 */
export const keysAreNamedByArn = defineRule({
  id: 'MR-KMS-005',
  profiles: { regulated: 'warning' },
  title: 'keys are named by the ARN of the key',
  checks: 'Keys for outputs and volumes are ARNs of keys, no ids and no aliases.',
  why: 'With an id or an alias the role needs kms:Encrypt as well, conditions on ARNs of keys do not match, and whoever may move the alias changes the key.',
  fix: { kind: 'suggested', how: 'write arn:aws:kms:REGION:ACCOUNT:key/ID, or the key of the environment' },
  source: 'SageMaker API reference, OutputDataConfig; condition keys sagemaker:VolumeKmsKey and sagemaker:OutputKmsKey',
  subjects: jobKeys,
  judge: function* ({ value, path }, context) {
    const answer = judgeText(context.read(value), (given = '') =>
      KEY_ARN.test(given) ? 'holds' : beginsUnknown(given) ? 'unknown' : 'violated',
    );
    yield* tell(answer, {
      path,
      edits: editsThatSet(path, environmentKey(context)),
      violated: 'the key is not named by its ARN',
      unknown: 'the key may not be named by its ARN',
    });
  },
});

import { editsThatSet } from '../../fixes/edits-that-set.js';
import { environmentKey } from '../../fixes/environment-key.js';
import { jobKeys } from '../../jobs/job-keys.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell } from '../../rule/tell.js';
import { isDeployed } from '../../values/is-deployed.js';
import { beginsUnknown } from '../../values/is-unknown-text.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';

const MANAGED = /(?:^|:)alias\/aws\//;
const ARN = /^arn:[^:]+:kms:[^:]*:(?<account>[^:]*):/;

/** MR-KMS-004 */
export const keysAreThoseOfTheEnvironment = defineRule({
  id: 'MR-KMS-004',
  profiles: { baseline: 'error' },
  title: 'keys belong to the environment',
  checks:
    "Keys for outputs and volumes: no alias of AWS's own keys (alias/aws/…), no key of another account than the environment's, and the key of the environment where the project config names it (values: kmsKeyArn).",
  why: "Policies of AWS's own keys cannot be edited, so no other account can read what they encrypt. With a key of another account that account decides who can read, and can make it unreadable.",
  fix: { kind: 'safe', how: 'use the key of the environment: in a spec leave kmsKeyArn out' },
  source: 'AWS KMS developer guide, AWS managed keys; SageMaker developer guide, cross-account deployment of models',
  subjects: jobKeys,
  judge: function* ({ value, path }, context) {
    const answer = judgeText(context.read(value), (given = '') => verdictOf(given, context));
    yield* tell(answer, {
      path,
      edits: editsThatSet(path, environmentKey(context)),
      violated: 'this is no key of the environment',
      unknown: 'this may be no key of the environment',
    });
  },
});

function verdictOf(key: string, context: PolicyContext): Verdict {
  if (MANAGED.test(key)) return 'violated';
  const own = context.deployValue('kmsKeyArn');
  if (own !== undefined && key.startsWith('arn:')) return key === own ? 'holds' : 'violated';
  if (isDeployed(key)) return own === undefined ? 'holds' : 'unknown';
  const account = ARN.exec(key)?.groups?.['account'];
  const ownAccount = context.deployValue('account');
  if (account !== undefined && /^\d{12}$/.test(account) && ownAccount !== undefined) {
    return account === ownAccount ? 'holds' : 'violated';
  }
  return beginsUnknown(key) ? 'unknown' : 'holds';
}

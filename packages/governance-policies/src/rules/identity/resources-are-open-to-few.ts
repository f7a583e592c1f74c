import { accountInArn } from '../../platform/account-in-arn.js';
import { demandsOn } from '../../platform/demands-of-conditions.js';
import { governedStatements } from '../../platform/governed-statements.js';
import { leavesKeyToIam } from '../../platform/leaves-key-to-iam.js';
import { mayBeAnything } from '../../platform/may-be-anything.js';
import { NARROWING_KEYS } from '../../platform/narrowing-keys.js';
import { textOf } from '../../platform/text-of.js';
import { defineRule } from '../../rule/define-rule.js';
import type { Judgement } from '../../rule/governance-rule.js';
import { tell, violation } from '../../rule/tell.js';
import type { PolicyCondition, PolicyStatement } from '../../template/policy-statement.js';
import type { TemplateContext } from '../../template/template-context.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';

const EVERY_ACTION = /^(?:[a-z0-9-]+:)?\*$/i;

/** MR-IAM-008 */
export const resourcesAreOpenToFew = defineRule({
  id: 'MR-IAM-008',
  profiles: { baseline: 'error' },
  title: 'policies of groups, buckets, keys and repositories allow few, and what they need',
  checks:
    'Allow statements of the policies of model package groups, and of the buckets, keys, repositories and queues of pipelines, in templates: no Principal "*" without a condition that demands aws:PrincipalOrgID, an account, a role or a network; no NotPrincipal; no action "*", "sagemaker:*", "s3:*", "ecr:*", "kms:*". That a key leaves itself to IAM, with kms:* for the root of its own account, is allowed.',
  why: 'Such a policy opens the resource to accounts that nobody has in mind, and lets them delete and change its policy too. Models are made of what lies there, and whoever writes there decides what is deployed.',
  fix: {
    kind: 'none',
    how: 'name the accounts and roles, or demand aws:PrincipalOrgID, and name the actions that they need',
  },
  source:
    'IAM user guide, Principal; KMS developer guide, default key policy; S3 user guide, the meaning of "public"; SageMaker developer guide, the sample for cross-account deployment grants s3:* and ecr:*',
  template: {
    subjects: (context) =>
      governedStatements(context).filter(({ kind, effect }) => kind === 'resource' && effect === 'Allow'),
    judge: function* (statement, context) {
      yield* everybody(statement, context);
      yield* everything(statement, context);
    },
  },
});

function* everybody(statement: PolicyStatement, context: TemplateContext): Iterable<Judgement> {
  if (demandsOn(statement, NARROWING_KEYS).some((each) => namesFew(each, context))) return;
  const [excepted] = statement.notPrincipals;
  if (excepted !== undefined)
    yield violation('everybody but some is allowed: NotPrincipal is given', { path: excepted.path });
  for (const { type, value, path } of statement.principals) {
    if (type !== '*' && type !== 'AWS') continue;
    const answer = judgeText(context.read(value), everyone);
    yield* tell(answer, { path, violated: 'everybody is allowed', unknown: 'everybody may be allowed' });
  }
}

/** Neither anything nor an ARN of any account, where everybody can make one that fits. */
function namesFew({ values }: PolicyCondition, context: TemplateContext): boolean {
  return values.every(({ value }) => {
    const text = textOf(context, value);
    return text !== '*' && !accountInArn(text)?.includes('*');
  });
}

function everyone(principal = ''): Verdict {
  if (principal === '*') return 'violated';
  return mayBeAnything(principal) ? 'unknown' : 'holds';
}

function* everything(statement: PolicyStatement, context: TemplateContext): Iterable<Judgement> {
  const [excepted] = statement.notActions;
  if (excepted !== undefined)
    yield violation('every action but some is allowed: NotAction is given', { path: excepted.path });
  for (const { value, path } of statement.actions) {
    const action = textOf(context, value);
    if (!EVERY_ACTION.test(action)) continue;
    if (action === 'kms:*' && leavesKeyToIam(statement, context)) continue;
    yield violation(`every action is allowed: "${action}" is given`, { path });
  }
}

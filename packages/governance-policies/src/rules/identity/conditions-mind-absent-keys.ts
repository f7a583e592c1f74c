import { conditionOperator, isTrueWithoutKey } from '../../platform/condition-operator.js';
import { demandsOn, hasKey } from '../../platform/demands-of-conditions.js';
import { isDeniedWithoutKey } from '../../platform/denied-without-key.js';
import { governedStatements } from '../../platform/governed-statements.js';
import { type AbsentKey, KEYS_THAT_MAY_BE_ABSENT } from '../../platform/keys-that-may-be-absent.js';
import { textOf } from '../../platform/text-of.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import type { PolicyCondition, PolicyStatement } from '../../template/policy-statement.js';
import type { TemplateContext } from '../../template/template-context.js';
import { type Answer, judgeValue } from '../../values/judge-value.js';

interface PlacedCondition extends PolicyCondition {
  readonly statement: PolicyStatement;
}

/** MR-IAM-006 */
export const conditionsMindAbsentKeys = defineRule({
  id: 'MR-IAM-006',
  profiles: { baseline: 'error' },
  title: 'conditions are right also for requests without their key',
  checks:
    'Conditions of policies around pipelines in templates (of roles that SageMaker may take, of whoever has actions of SageMaker, of buckets, keys, repositories and groups of pipelines). Allow with ForAllValues needs Null "false" for the same key, unless something else in the condition demands the key, or another statement denies by Null what lacks it. Deny with a negated operator or IfExists needs Null "false", or a condition that lets the others be, where legitimate requests lack the key: s3:x-amz-server-side-encryption and its key id, sagemaker:VolumeKmsKey, aws:PrincipalOrgID, aws:SourceIp. That other denials hit requests without the key, as of sagemaker:OutputKmsKeyArn, is what one wants.',
  why: 'ForAllValues is true of a request that lacks the key, so an Allow takes in what it was to keep out. A negated operator is true of it too, so a Deny stops uploads that leave the header to the bucket, or every job on a GPU machine, which must not name a key for its volumes.',
  fix: { kind: 'none', how: 'add "Null": { "<key>": "false" } beside it' },
  source:
    'IAM user guide, condition operators (Null, IfExists) and set operators; SageMaker API reference, ResourceConfig: no VolumeKmsKeyId with local storage',
  template: {
    subjects: (context) =>
      governedStatements(context).flatMap((statement) =>
        statement.conditions.map((condition) => ({ ...condition, statement })),
      ),
    judge: function* (condition, context) {
      const flaw = flawOf(condition, context);
      if (flaw === undefined) return;
      const { violated, unknown } = flaw;
      yield* tell(guarded(condition, context), { path: condition.path, violated, unknown });
    },
  },
});

interface Flaw {
  readonly violated: string;
  readonly unknown: string;
}

function flawOf(condition: PlacedCondition, context: TemplateContext): Flaw | undefined {
  const { statement, operator, key } = condition;
  if (statement.effect === 'Allow') {
    if (conditionOperator(operator).set !== 'all' || isDemandedOtherwise(condition)) return undefined;
    if (isDeniedWithoutKey(statement, key, context)) return undefined;
    const what = `requests without ${key} are allowed`;
    return { violated: what, unknown: `${what}, as far as one knows` };
  }
  const known = KEYS_THAT_MAY_BE_ABSENT.get(key.toLowerCase());
  if (statement.effect !== 'Deny' || known === undefined || !deniesAbsent(condition, known, context)) return undefined;
  const what = `this denies ${known.lackedBy}`;
  return { violated: what, unknown: `this may deny ${known.lackedBy}` };
}

/** A grant has to name its operations, and tags that are demanded one by one are there (KMS and IAM user guides). */
function isDemandedOtherwise({ statement, key }: PlacedCondition): boolean {
  const lower = key.toLowerCase();
  if (lower === 'kms:grantoperations' || demandsOn(statement, [lower]).length > 0) return true;
  return lower === 'aws:tagkeys' && statement.conditions.some((each) => /^aws:requesttag\//i.test(each.key));
}

function deniesAbsent(
  { statement, operator, values }: PlacedCondition,
  { excusedBy, isRequiredAbsent }: AbsentKey,
  context: TemplateContext,
): boolean {
  if (statement.conditions.some((each) => hasKey(each, excusedBy))) return false;
  const parsed = conditionOperator(operator);
  if (parsed.name !== 'null') return isTrueWithoutKey(parsed);
  return isRequiredAbsent === true && values.some(({ value }) => textOf(context, value) === 'true');
}

const NO_GUARD: Answer = { verdict: 'violated', because: 'no Null "false" stands beside it for this key' };

/** The twin that makes a condition false without its key. */
function guarded({ statement, key }: PlacedCondition, context: TemplateContext): Answer {
  const twin = statement.conditions.find(
    (each) => hasKey(each, [key.toLowerCase()]) && conditionOperator(each.operator).name === 'null',
  );
  const [given] = twin?.values ?? [];
  if (given === undefined) return NO_GUARD;
  const answer = judgeValue(context.read(given.value), (value) => String(value) === 'false');
  return answer.verdict === 'holds'
    ? answer
    : { ...answer, because: `Null beside it is no "false": ${answer.because}` };
}

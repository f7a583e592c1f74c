import { accountInArn } from '../../platform/account-in-arn.js';
import { bestAnswer } from '../../platform/best-answer.js';
import { demandsOn } from '../../platform/demands-of-conditions.js';
import { mayBeAnything } from '../../platform/may-be-anything.js';
import { sageMakerTrust } from '../../platform/sagemaker-roles.js';
import { worstAnswer } from '../../platform/worst-answer.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import type { PolicyCondition, PolicyStatement } from '../../template/policy-statement.js';
import type { TemplateContext } from '../../template/template-context.js';
import { type Answer, judgeText, type Verdict } from '../../values/judge-value.js';

const SOURCE_ARN = 'aws:sourcearn';
const SOURCES = [SOURCE_ARN, 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];

/** MR-IAM-005 */
export const sageMakerActsForItsOwnAccount = defineRule({
  id: 'MR-IAM-005',
  profiles: { baseline: 'error' },
  title: 'SageMaker may take a role only on behalf of the own account',
  checks:
    'Statements of trust policies in templates that let sagemaker.amazonaws.com take a role have a condition that demands aws:SourceAccount, or aws:SourceArn with an account in it (or aws:SourceOrgID, aws:SourceOrgPaths).',
  why: 'Without it SageMaker, working for anyone else, could be talked into using the role: the confused deputy.',
  fix: {
    kind: 'none',
    how: 'add the condition StringEquals aws:SourceAccount <account>, and ArnLike aws:SourceArn …:pipeline/<name>/* for the role of a pipeline, …:training-job/* and so on for that of its jobs',
  },
  source: 'SageMaker developer guide, cross-service confused deputy prevention',
  template: {
    subjects: sageMakerTrust,
    judge: function* (statement, context) {
      yield* tell(ownAccount(statement, context), {
        path: statement.path,
        violated: 'SageMaker may take the role for other accounts',
        unknown: 'SageMaker may be able to take the role for other accounts',
      });
    },
  },
});

const NO_CONDITION: Answer = {
  verdict: 'violated',
  because: 'no condition demands aws:SourceAccount or aws:SourceArn',
};

function ownAccount(statement: PolicyStatement, context: TemplateContext): Answer {
  const answers = demandsOn(statement, SOURCES).map((each) => worstOf(each, context));
  return bestAnswer(answers, NO_CONDITION);
}

function worstOf({ key, values }: PolicyCondition, context: TemplateContext): Answer {
  const judge = key.toLowerCase() === SOURCE_ARN ? (arn = '') => account(accountInArn(arn) ?? arn) : account;
  return worstAnswer(
    values.map(({ value }) => judgeText(context.read(value), judge)),
    NO_CONDITION,
  );
}

function account(text = ''): Verdict {
  if (text === '' || /[*?]/.test(text)) return 'violated';
  return mayBeAnything(text) ? 'unknown' : 'holds';
}

import { bestAnswer } from '../../platform/best-answer.js';
import { coversAction } from '../../platform/covers-action.js';
import { demandsOn } from '../../platform/demands-of-conditions.js';
import { governedStatements } from '../../platform/governed-statements.js';
import { mayBeAnything } from '../../platform/may-be-anything.js';
import { worstAnswer } from '../../platform/worst-answer.js';
import { defineRule } from '../../rule/define-rule.js';
import type { Judgement } from '../../rule/governance-rule.js';
import { tell, violation } from '../../rule/tell.js';
import type { PolicyStatement } from '../../template/policy-statement.js';
import type { TemplateContext } from '../../template/template-context.js';
import { type Answer, judgeText, type Verdict } from '../../values/judge-value.js';

/** MR-IAM-004 */
export const rolesArePassedToNamedServices = defineRule({
  id: 'MR-IAM-004',
  profiles: { baseline: 'error' },
  title: 'roles are passed by their names, and to named services',
  checks:
    'Statements of templates that allow iam:PassRole, in policies of roles that SageMaker may take, of whoever has actions of SageMaker, and of whoever may pass such a role: Resource names roles without "*" or "?", and a condition demands iam:PassedToService with services that are named.',
  why: 'Who may pass any role and start a job has the rights of any role. Without the service a role can also be handed to another service than the one it was made for.',
  fix: {
    kind: 'none',
    how: 'name the ARN of the role, and add the condition StringEquals iam:PassedToService sagemaker.amazonaws.com',
  },
  source:
    'IAM user guide, granting permissions to pass a role to a service; cfn-guard iam_role_no_wildcard_resource_on_passrole; Trivy AWS-0342; Prowler, privilege escalation by iam:PassRole',
  template: {
    subjects: (context) =>
      governedStatements(context).filter(
        (each) => each.kind === 'identity' && each.effect === 'Allow' && coversAction(each, 'iam:PassRole', context),
      ),
    judge: function* (statement, context) {
      yield* anyRole(statement, context);
      yield* tell(toNamedService(statement, context), {
        path: statement.path,
        violated: 'roles may be passed to any service',
        unknown: 'roles may be passed to more services than one knows',
      });
    },
  },
});

function* anyRole({ resources, path }: PolicyStatement, context: TemplateContext): Iterable<Judgement> {
  const violated = 'more than one role may be passed';
  if (resources.length === 0) yield violation(`${violated}: no Resource names it`, { path });
  for (const { value, path: at } of resources) {
    const answer = judgeText(context.read(value), named);
    yield* tell(answer, { path: at, violated, unknown: 'more than one role may be passed, as far as one knows' });
  }
}

const NO_CONDITION: Answer = { verdict: 'violated', because: 'no condition demands iam:PassedToService' };

function toNamedService(statement: PolicyStatement, context: TemplateContext): Answer {
  const demands = demandsOn(statement, ['iam:passedtoservice']);
  // All values of one condition are allowed, so the worst of them counts; of several conditions all hold, so the best does.
  const answers = demands.map(({ values }) =>
    worstAnswer(
      values.map(({ value }) => judgeText(context.read(value), named)),
      NO_CONDITION,
    ),
  );
  return bestAnswer(answers, NO_CONDITION);
}

function named(text = ''): Verdict {
  if (/[*?]/.test(text)) return 'violated';
  return mayBeAnything(text) ? 'unknown' : 'holds';
}

import { bestAnswer } from '../../platform/best-answer.js';
import { conditionOperator } from '../../platform/condition-operator.js';
import { coversAction } from '../../platform/covers-action.js';
import { hasKey } from '../../platform/demands-of-conditions.js';
import { governedStatements } from '../../platform/governed-statements.js';
import { isForEverybody } from '../../platform/is-for-everybody.js';
import { type PipelineRole, pipelineRoles, roleName } from '../../platform/pipeline-roles.js';
import { worstAnswer } from '../../platform/worst-answer.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import type { PlacedValue } from '../../template/placed-values.js';
import type { PolicyStatement } from '../../template/policy-statement.js';
import type { TemplateContext } from '../../template/template-context.js';
import { type Answer, judgeText, type Verdict } from '../../values/judge-value.js';
import { matchesPattern } from '../../values/matches-pattern.js';

const NETWORKS = ['aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip'];
const WHO = ['aws:principalarn', 'aws:userid'];

/** MR-S3-007 */
export const closedNetworksLetThePipelineIn = defineRule({
  id: 'MR-S3-007',
  profiles: { regulated: 'error' },
  title: 'buckets that only a network may reach let the role of the pipeline in',
  checks:
    'Deny statements of s3:GetObject, for everybody, of the policies of buckets of pipelines in templates with a negated condition on aws:SourceVpce, aws:SourceVpc or aws:VpcSourceIp: another negated condition on aws:PrincipalArn or aws:userId, or NotPrincipal, excepts the role of each pipeline of the template.',
  why: 'A pipeline reads the files behind JsonGet itself, with its role and from outside of every VPC. Denied, its conditions fail at run time.',
  fix: {
    kind: 'none',
    how: 'add the condition ArnNotLike aws:PrincipalArn <ARN of the role of the pipeline> to the statement',
  },
  source:
    'SageMaker developer guide, pipelines: service control policies with Pipelines (JsonGet reads from outside your VPC)',
  template: {
    subjects: (context) =>
      governedStatements(context).filter(
        (each) => each.holder.type === 'AWS::S3::BucketPolicy' && deniesOtherNetworks(each, context),
      ),
    judge: function* (statement, context) {
      const answers = exceptions(statement);
      yield* tell(letsIn(answers, context), {
        path: statement.path,
        violated: 'the pipeline cannot read the bucket from outside of the network',
        unknown: 'the pipeline may be unable to read the bucket from outside of the network',
      });
    },
  },
});

function deniesOtherNetworks(statement: PolicyStatement, context: TemplateContext): boolean {
  const { effect, conditions, notPrincipals } = statement;
  const isForAll = notPrincipals.length > 0 || isForEverybody(statement, context);
  return (
    effect === 'Deny' &&
    isForAll &&
    coversAction(statement, 's3:GetObject', context) &&
    conditions.some((each) => hasKey(each, NETWORKS) && conditionOperator(each.operator).isNegated)
  );
}

/** Who is let be. */
function exceptions({ conditions, notPrincipals }: PolicyStatement): readonly PlacedValue[] {
  const negated = conditions.filter((each) => hasKey(each, WHO) && conditionOperator(each.operator).isNegated);
  return [...negated.flatMap(({ values }) => values), ...notPrincipals];
}

const NOBODY: Answer = { verdict: 'violated', because: 'no condition excepts its role' };

/** Where nobody knows the role, any exception may be meant for it. */
function letsIn(excepted: readonly PlacedValue[], context: TemplateContext): Answer {
  const roles = pipelineRoles(context);
  if (roles.length === 0) return excepted.length === 0 ? NOBODY : { verdict: 'holds', because: 'somebody is excepted' };
  return worstAnswer(
    roles.map((role) =>
      bestAnswer(
        excepted.map(({ value }) => excepts(role, value, context)),
        NOBODY,
      ),
    ),
    NOBODY,
  );
}

function excepts(role: PipelineRole, value: PlacedValue['value'], context: TemplateContext): Answer {
  const isNamed = context.resourcesIn(value).some((each) => each === role.resource);
  const name = roleName(role, context);
  return judgeText(context.read(value), (given = '') => (isNamed ? 'holds' : matchesRole(given, role.arn, name)));
}

function matchesRole(given: string, arn: string, name: string | undefined): Verdict {
  const [, pattern] = /:role\/(?:.*\/)?([^/]+)$/.exec(given) ?? [];
  if (matchesPattern(arn, given)) return 'holds';
  if (name !== undefined && pattern !== undefined && matchesPattern(name, pattern)) return 'holds';
  return /[<…]/.test(given) || name === undefined ? 'unknown' : 'violated';
}

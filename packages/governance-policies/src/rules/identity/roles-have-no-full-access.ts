import { mayBeAnything } from '../../platform/may-be-anything.js';
import { sageMakerRoles } from '../../platform/sagemaker-roles.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { type PlacedValue, placedValues } from '../../template/placed-values.js';
import type { TemplateContext } from '../../template/template-context.js';
import { judgeText, type Verdict } from '../../values/judge-value.js';

/** AWS's own policies lie in the account "aws", some of them in folders: `policy/service-role/…`. */
const FULL_ACCESS =
  /:iam::aws:policy\/(?:.+\/)?(?:\w*FullAccess(?:V\d+)?|AdministratorAccess(?:-\w+)?|PowerUserAccess)$/;

/** MR-IAM-003 */
export const rolesHaveNoFullAccess = defineRule({
  id: 'MR-IAM-003',
  profiles: { baseline: 'error' },
  title: 'roles of pipelines and jobs have no policy of full access',
  checks:
    'ManagedPolicyArns of the roles that SageMaker may take, in templates: none of the policies of AWS that are called …FullAccess, AdministratorAccess or PowerUserAccess. Policies of the template itself have rules of their own.',
  why: 'Whoever can change a script of a job has the rights of its role. With AmazonSageMakerFullAccess that is every bucket whose name has "sagemaker" in it, every job and every endpoint of the account, and passing roles besides.',
  fix: {
    kind: 'none',
    how: 'write down what the pipeline needs: its jobs, its role for jobs, its prefixes (the construct MlPipeline derives this from the definition)',
  },
  source:
    'AWS managed policy reference, AmazonSageMakerFullAccess; IAM user guide, grant least privilege; cdk-nag AwsSolutions-IAM4 by analogy',
  template: {
    subjects: managedPolicies,
    judge: function* ({ value, path }, context) {
      const answer = judgeText(context.read(value), verdictOf);
      yield* tell(answer, {
        path,
        violated: 'the role has a policy of full access',
        unknown: 'the role may have a policy of full access',
      });
    },
  },
});

/** Those that the template or another stack makes are no policies of AWS. */
function managedPolicies(context: TemplateContext): readonly PlacedValue[] {
  return [...sageMakerRoles(context)].flatMap(({ properties, path }) =>
    placedValues(properties['ManagedPolicyArns'], [...path, 'Properties', 'ManagedPolicyArns']),
  );
}

function verdictOf(arn = ''): Verdict {
  if (FULL_ACCESS.test(arn)) return 'violated';
  return mayBeAnything(arn) ? 'unknown' : 'holds';
}

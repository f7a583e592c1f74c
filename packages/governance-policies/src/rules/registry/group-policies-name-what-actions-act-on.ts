import { bestAnswer } from '../../platform/best-answer.js';
import { isPatternOf } from '../../platform/covers-action.js';
import { textOf } from '../../platform/text-of.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import type { PolicyStatement } from '../../template/policy-statement.js';
import { policyStatements } from '../../template/policy-statements.js';
import type { TemplateContext } from '../../template/template-context.js';
import { type Answer, judgeText, type Verdict } from '../../values/judge-value.js';
import { matchesPattern } from '../../values/matches-pattern.js';

type ArnType = 'group' | 'package';

/** What the actions that one grants in such policies act on. CreateModel names the packages that models are made of. */
const ACTS_ON: Readonly<Record<string, ArnType>> = {
  'sagemaker:DescribeModelPackageGroup': 'group',
  'sagemaker:DeleteModelPackageGroup': 'group',
  'sagemaker:GetModelPackageGroupPolicy': 'group',
  'sagemaker:PutModelPackageGroupPolicy': 'group',
  'sagemaker:DeleteModelPackageGroupPolicy': 'group',
  'sagemaker:BatchDescribeModelPackage': 'package',
  'sagemaker:CreateModel': 'package',
  'sagemaker:CreateModelPackage': 'package',
  'sagemaker:DeleteModelPackage': 'package',
  'sagemaker:DescribeModelPackage': 'package',
  'sagemaker:ListModelPackages': 'package',
  'sagemaker:UpdateModelPackage': 'package',
};

const ARN_TYPES = { group: 'model-package-group/<group>', package: 'model-package/<group>/*' } as const;

/** MR-REG-007 */
export const groupPoliciesNameWhatActionsActOn = defineRule({
  id: 'MR-REG-007',
  profiles: { baseline: 'error' },
  title: 'policies of model package groups name the ARN that each action acts on',
  checks:
    'ModelPackageGroupPolicy in templates: of each action that is named, Resource has the ARN of what it acts on. DescribeModelPackageGroup acts on model-package-group/<group>; DescribeModelPackage, ListModelPackages, UpdateModelPackage, CreateModelPackage and CreateModel act on model-package/<group>/*. The group is the one that the policy belongs to.',
  why: 'A statement whose ARN is of another type has no effect at all: the other account is refused when it deploys, and a denial that was meant to hold does not.',
  fix: {
    kind: 'none',
    how: 'write one statement for the group with :model-package-group/<group>, and one for its packages with :model-package/<group>/*',
  },
  source:
    'Service authorization reference, Amazon SageMaker: resource types of actions; SageMaker developer guide, "Deploy a model version from a different account"',
  template: {
    subjects: (context) =>
      policyStatements(context)
        .filter(({ holder }) => holder.type === 'AWS::SageMaker::ModelPackageGroup')
        .flatMap((statement) => statement.actions.map((action) => ({ ...action, statement }))),
    judge: function* ({ value, path, statement }, context) {
      const action = textOf(context, value);
      for (const type of typesOf(action)) {
        const telling = `${action} acts on ${ARN_TYPES[type]}, which Resource`;
        yield* tell(namesArn(type, statement, context), {
          path,
          violated: `${telling} does not name`,
          unknown: `${telling} may not name`,
        });
      }
    },
  },
});

function typesOf(pattern: string): ReadonlySet<ArnType> {
  return new Set(Object.entries(ACTS_ON).flatMap(([action, type]) => (isPatternOf(pattern, action) ? [type] : [])));
}

/** A statement without any resource is refused by SageMaker. */
const NO_RESOURCE: Answer = { verdict: 'violated', because: 'it has none' };

function namesArn(type: ArnType, { holder, resources }: PolicyStatement, context: TemplateContext): Answer {
  const group = textOf(context, holder.properties['ModelPackageGroupName']);
  const answers = resources.map(({ value }) => judgeText(context.read(value), (arn) => names({ type, group }, arn)));
  return bestAnswer(answers, NO_RESOURCE);
}

/** SageMaker may write names in lower case. */
function names({ type, group }: { readonly type: ArnType; readonly group: string }, arn = ''): Verdict {
  if (arn === '*') return 'holds';
  const [, given, name = ''] = /:(model-package(?:-group)?)\/(.*)$/.exec(arn) ?? [];
  if (given === undefined) return /^[<…]/.test(arn) ? 'unknown' : 'violated';
  if ((given === 'model-package-group') !== (type === 'group')) return 'violated';
  const own = type === 'group' ? group : `${group}/1`;
  if (matchesPattern(own.toLowerCase(), name.toLowerCase())) return 'holds';
  return /[<…]/.test(own + name) ? 'unknown' : 'violated';
}

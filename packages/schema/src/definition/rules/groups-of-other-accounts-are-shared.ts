import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { JsonObject } from '../../source/json.js';
import type { DefinitionRule } from '../definition-rule.js';
import type { PlacedStep } from '../placed-steps.js';

const GROUP_ARN = /^arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:(\d{12}):model-package-group\//;
const ROLE_ARN = /^arn:aws[a-z-]*:iam::(\d{12}):role\//;

const diagnostics = defineDiagnostics('definition', {
  'cross-account-group': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R93'],
    message: (p: { account: string; own: string | undefined }) =>
      p.own === undefined
        ? `the group belongs to account ${p.account}; if the pipeline runs in another one, that account must share it`
        : `the group belongs to account ${p.account}, the roles of the pipeline to ${p.own}: that account must share it`,
    help: () =>
      "allow this account in the group's resource policy, the bucket policy, the key policy and the policy of the image repository; in the account of the group its name is enough",
    explanation:
      'Registering into a group of another account needs more than its ARN: the resource policy of the model package group, the policies of the S3 bucket with the model, of the KMS key that encrypts it and of the ECR repository with the image must all allow it. Otherwise the step fails when it runs.',
  },
});

/** A group that is named by its ARN belongs to the account, or is shared on purpose. */
export const groupsOfOtherAccountsAreShared: DefinitionRule = {
  rules: ['R93'],
  diagnostics,
  check: function* (context) {
    const own = ownAccount(context.steps);
    for (const { step, path } of context.stepsOfType('RegisterModel')) {
      const account = accountIn(step.Arguments, 'ModelPackageGroupName', GROUP_ARN);
      if (account === undefined || account === own) continue;
      const place = { path: [...path, 'Arguments', 'ModelPackageGroupName'] };
      yield diagnostics['cross-account-group']({ account, own }, place);
    }
  },
};

/** The account of the first role that is written out. */
function ownAccount(steps: readonly PlacedStep[]): string | undefined {
  for (const { step } of steps) {
    const account = accountIn(step.Arguments, 'RoleArn', ROLE_ARN);
    if (account !== undefined) return account;
  }
  return undefined;
}

function accountIn(args: JsonObject, member: string, arn: RegExp): string | undefined {
  const value = args[member];
  return typeof value === 'string' ? arn.exec(value)?.[1] : undefined;
}

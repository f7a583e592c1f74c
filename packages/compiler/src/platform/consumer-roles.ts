import { MODEL_EXECUTION_ROLE_PREFIX, type PlatformText, type PolicyPrincipal } from './platform-model.js';
import { platformArn } from './platform-text.js';

/** Names of the roles with which consumer accounts run models, as a pattern of IAM. */
export const MODEL_EXECUTION_ROLES: readonly string[] = [`${MODEL_EXECUTION_ROLE_PREFIX}*`];

/**
 * Names of the roles with which consumer accounts make models of packages. CreateModel is not called by the role that
 * the model will run with, but by whoever deploys it: CloudFormation, with the role of CDK's bootstrap
 * (`cdk-<qualifier>-cfn-exec-role-<account>-<region>`, aws/aws-cdk `bootstrap-template.yaml`).
 */
export const MODEL_DEPLOYER_ROLES: readonly string[] = [...MODEL_EXECUTION_ROLES, 'cdk-*-cfn-exec-role-*'];

/** Accounts as principals: whoever they delegate to, which the conditions beside it narrow. */
export function accountPrincipals(accounts: readonly PlatformText[]): readonly PolicyPrincipal[] {
  return accounts.map((account) => ({ kind: 'account', account }));
}

/**
 * ARN patterns for `aws:PrincipalArn`: the roles of these names in these accounts. The key holds the ARN of the role
 * for sessions of it too (IAM User Guide, global condition keys), and a policy of a resource cannot name a role that
 * does not exist yet, which a pattern can.
 */
export function roleArns(accounts: readonly PlatformText[], names: readonly string[]): readonly PlatformText[] {
  return accounts.flatMap((account) =>
    names.map((name) => platformArn('iam', `role/${name}`, { region: '', account })),
  );
}

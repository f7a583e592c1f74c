import type { PolicyStatement } from '../template/policy-statement.js';
import { policyStatements } from '../template/policy-statements.js';
import type { TemplateContext } from '../template/template-context.js';
import { textOf } from './text-of.js';

const ROOT = /^(?:arn:[^:]*:iam::([^:]+):root|(\d{12}|<account>))$/;

/**
 * Whether a statement of a key policy leaves the key to IAM, with all actions for the root of the key's own account (KMS
 * developer guide, default key policy). Where nobody says which account that is, the only one of the policy counts as it.
 */
export function leavesKeyToIam(statement: PolicyStatement, context: TemplateContext): boolean {
  const own = context.deployValue('account');
  const accounts = rootAccounts(statement, context);
  if (own !== undefined) return accounts.every((account) => account === own);
  const all = policyStatements(context)
    .filter(({ holder, effect }) => holder === statement.holder && effect === 'Allow')
    .filter(({ actions }) => actions.some(({ value }) => textOf(context, value) === 'kms:*'))
    .flatMap((each) => rootAccounts(each, context));
  return !accounts.includes(undefined) && new Set(all).size === 1;
}

/** The account of each principal; undefined for one that is no root. */
function rootAccounts({ principals }: PolicyStatement, context: TemplateContext): readonly (string | undefined)[] {
  return principals.map(({ type, value }) => {
    const [, ofArn, bare] = (type === 'AWS' && ROOT.exec(textOf(context, value))) || [];
    return ofArn ?? bare;
  });
}

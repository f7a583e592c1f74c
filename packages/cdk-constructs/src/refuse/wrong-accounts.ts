import { Token } from 'aws-cdk-lib';
import type { WrongProp } from './refuse.js';

/** Says so where texts are no ids of AWS accounts. Nothing for tokens. */
export function wrongAccounts(prop: string, accounts: readonly string[]): WrongProp[] {
  return accounts
    .filter((account) => !Token.isUnresolved(account) && !/^\d{12}$/.test(account))
    .map((given) => ({
      prop,
      given,
      allowed: 'the id of an account, twelve digits',
      help: 'Write it in quotes: leading zeros count.',
    }));
}

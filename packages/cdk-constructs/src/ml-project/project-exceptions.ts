import { findExceptions } from '@millrace/compiler';
import { type GovernanceRule, type Ledger, readExceptions } from '@millrace/governance-policies';
import { andThen, type Outcome } from '@millrace/schema';

/** The ledger of exceptions of a project folder; an empty one where there is no file. */
export function projectExceptions(folder: string, rules: readonly GovernanceRule[] | undefined): Outcome<Ledger> {
  return andThen(findExceptions(folder), (document) => readExceptions(document, rules && { rules }));
}

import { InternalError } from '@millrace/schema';
import { RuleFailure } from '../packs/guard-rules.js';
import type { GovernanceRule, Judgement } from '../rule/governance-rule.js';

/** @throws InternalError where a rule of Millrace fails, RuleFailure where one of a pack does; both name the rule */
export function judgementsOf({ id }: GovernanceRule, run: () => Iterable<Judgement>): readonly Judgement[] {
  try {
    return [...run()];
  } catch (cause) {
    if (cause instanceof RuleFailure) throw cause;
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new InternalError(`the rule ${id} failed: ${problem}`, { cause });
  }
}

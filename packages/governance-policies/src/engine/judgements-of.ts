import { InternalError } from '@millrace/schema';
import type { GovernanceRule, Judgement } from '../rule/governance-rule.js';

/** @throws InternalError where a rule itself fails; it names the rule */
export function judgementsOf({ id }: GovernanceRule, run: () => Iterable<Judgement>): readonly Judgement[] {
  try {
    return [...run()];
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new InternalError(`the rule ${id} failed: ${problem}`, { cause });
  }
}

import type { Diagnostic } from '@millrace/schema';
import type { GovernanceRule, RuleCheck } from '../rule/governance-rule.js';
import { packDiagnostics } from './pack-diagnostics.js';
import type { NamedPack } from './read-rule-pack.js';

/** A rule of a pack has thrown: a fault of whoever wrote it, not of Millrace. */
export class RuleFailure extends Error {
  override readonly name = 'RuleFailure';

  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

/**
 * The rules of a pack, which throw a {@link RuleFailure} that names the pack whatever they throw.
 *
 * @param locate finds file and line of where the pack is named
 */
export function guardRules(
  rules: readonly GovernanceRule[],
  { name, place }: NamedPack,
  locate: (diagnostic: Diagnostic) => Diagnostic,
): readonly GovernanceRule[] {
  return rules.map((rule) => {
    const failure = (cause: unknown) => {
      const problem = cause instanceof Error ? cause.message : String(cause);
      return new RuleFailure(locate(packDiagnostics['rule-failed']({ id: rule.id, name, problem }, place)));
    };
    return {
      ...rule,
      check: guarded(rule.check, failure),
      checkTemplate: guarded(rule.checkTemplate, failure),
    };
  });
}

function guarded<C>(check: RuleCheck<C>, failure: (cause: unknown) => RuleFailure): RuleCheck<C> {
  return function* (...given) {
    try {
      yield* check(...given);
    } catch (cause) {
      throw failure(cause);
    }
  };
}

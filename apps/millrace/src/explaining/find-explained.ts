import { describeRule, type GovernanceRule, type RuleDescription } from '@millrace/governance-policies';
import { type DiagnosticFactory, didYouMean } from '@millrace/schema';
import { diagnosticCatalogue } from './diagnostic-catalogue.js';

/** What an explanation is about: messages of Millrace, and rules that look for faults of pipelines. */
export interface Explained {
  readonly codes: readonly DiagnosticFactory<never>[];
  readonly rules: readonly RuleDescription[];
}

/** Everything that can be explained. */
export function allExplained(rules: readonly GovernanceRule[]): Explained {
  return {
    codes: diagnosticCatalogue.codes.flatMap((code) => diagnosticCatalogue.find(code) ?? []),
    rules: rules.map(describeRule),
  };
}

/**
 * What a word names: a code (`graph/unknown-step`, or without its area), a rule of governance (`MR-NET-001`, or
 * `policy/MR-NET-001` as findings show it), or a rule of SageMaker (`R61`), which means all codes that answer it.
 */
export function findExplained(given: string, rules: readonly GovernanceRule[]): Explained | undefined {
  const factory = diagnosticCatalogue.find(given);
  if (factory !== undefined) return { codes: [factory], rules: [] };
  const id = ruleId(given);
  const found = rules.filter((rule) => rule.id === id).map(describeRule);
  const codes = diagnosticCatalogue.ofRule(id);
  return found.length + codes.length === 0 ? undefined : { codes, rules: found };
}

/** What a word that names nothing was probably meant to be. */
export function suggestExplained(given: string, rules: readonly GovernanceRule[]): string | undefined {
  const ids = rules.map((rule) => rule.id);
  return diagnosticCatalogue.suggest(given) ?? didYouMean(ruleId(given), ids);
}

function ruleId(given: string): string {
  return given.replace(/^policy\//i, '').toUpperCase();
}

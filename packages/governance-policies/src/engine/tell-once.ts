import type { Diagnostic, Path } from '@millrace/schema';
import type { RuleTexts } from '../rule/governance-rule.js';
import type { Finding } from './finding.js';

/** What is said of one document, by rules and by everybody else. */
export interface Said {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What a rule and `validate` both say of a place is told once: by the rule, which says why and can be excused; but where
 * SageMaker would refuse it, as the error that it is.
 */
export function tellOnce({ findings, diagnostics }: Said, rules: readonly RuleTexts[]): Said {
  const codesOf = new Map(rules.map(({ id, sameAs = [] }) => [id, sameAs]));
  const isSame = (finding: Finding, diagnostic: Diagnostic) =>
    codesOf.get(finding.rule)?.includes(diagnostic.code) === true && isOnTheWay(finding.path, diagnostic.path);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return {
    findings: findings.filter((finding) => !errors.some((error) => isSame(finding, error))),
    diagnostics: diagnostics.filter(
      (each) => each.severity === 'error' || !findings.some((finding) => isSame(finding, each)),
    ),
  };
}

/** Whether one place lies in the other: a rule may speak of a step where a remark shows the member. */
function isOnTheWay(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((segment, index) => segment === other[index]);
}

import type { GovernanceProfile, RuleVolume, Severity } from '@millrace/schema';
import type { GovernanceRule } from '../rule/governance-rule.js';

/** How loud a rule is. */
export interface RuleLoudness {
  readonly severity: Severity;
  /** Of what nobody can know before deployment; undefined where that is not told. */
  readonly severityOfUnknown: Severity | undefined;
}

const ORDER: readonly Severity[] = ['info', 'warning', 'error'];

/** Doubt about a mere remark is noise. */
const OF_DOUBT: Readonly<Record<Severity, Severity | undefined>> = {
  error: 'warning',
  warning: undefined,
  info: undefined,
};

/**
 * How loud a rule is in some profiles; undefined where it is not run. `regulated` has the rules of `baseline` too, at least
 * as loud. What a project asks for wins over the profiles; it also takes a rule in that none of them has.
 *
 * What cannot be known before deployment: in `regulated` it has to be provable, so it is as loud as what is violated;
 * elsewhere it is a warning for an error, and not told for a warning.
 */
export function loudnessOf(
  rule: GovernanceRule,
  profiles: readonly GovernanceProfile[],
  asked: RuleVolume | undefined,
): RuleLoudness | undefined {
  const severity = asked ?? severityIn(rule, profiles);
  if (severity === undefined || severity === 'off') return undefined;
  return { severity, severityOfUnknown: profiles.includes('regulated') ? severity : OF_DOUBT[severity] };
}

function severityIn({ profiles: given }: GovernanceRule, profiles: readonly GovernanceProfile[]): Severity | undefined {
  const sets = profiles.includes('regulated') ? [...profiles, 'baseline' as const] : profiles;
  const severities = sets.map((profile) => given[profile]).filter((severity) => severity !== undefined);
  return severities.sort((one, other) => ORDER.indexOf(other) - ORDER.indexOf(one))[0];
}

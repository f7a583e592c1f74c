import { GOVERNANCE_PROFILES, type GovernanceProfile, type Severity } from '@millrace/schema';
import type { GovernanceRule, RuleTarget, RuleTexts } from '../rule/governance-rule.js';
import { areaOf } from '../rule/rule-area.js';
import { optionsOf, type RuleOption } from '../rule/rule-option.js';
import { loudnessOf, type RuleLoudness } from './loudness.js';

/** All that there is to say of a rule, for reference pages, help and machines. */
export interface RuleDescription extends Omit<RuleTexts, 'profiles'> {
  readonly area: string;
  /** What it looks at. */
  readonly on: readonly RuleTarget[];
  /** The profiles that have it, and how loud it is there; `regulated` has what `baseline` has. */
  readonly profiles: Partial<Readonly<Record<GovernanceProfile, ProfileLoudness>>>;
  readonly options: readonly RuleOption[];
}

/** How loud a rule is in a profile. */
export interface ProfileLoudness {
  readonly severity: Severity;
  /** Of what nobody can know before deployment; absent where that is not told. */
  readonly severityOfUnknown?: Severity;
}

/** Describes a rule in its own texts. */
export function describeRule(rule: GovernanceRule): RuleDescription {
  const { id, title, on, checks, why, fix, source } = rule;
  const profiles = GOVERNANCE_PROFILES.flatMap((profile) => {
    const loudness = loudnessOf(rule, [profile], undefined);
    return loudness === undefined ? [] : [[profile, told(loudness)] as const];
  });
  return {
    ...{ id, title, area: areaOf(rule), on, checks, why, fix, source },
    profiles: Object.fromEntries(profiles),
    options: optionsOf(rule),
  };
}

function told({ severity, severityOfUnknown }: RuleLoudness): ProfileLoudness {
  return { severity, ...(severityOfUnknown !== undefined && { severityOfUnknown }) };
}

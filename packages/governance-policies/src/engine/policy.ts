import {
  type Diagnostic,
  type GovernanceProfile,
  type Outcome,
  type Path,
  type RuleSetting,
  settle,
  toPlainJson,
} from '@millrace/schema';
import type { z } from 'zod';
import type { GovernanceRule } from '../rule/governance-rule.js';
import { chosenProfiles } from './chosen-profiles.js';
import { loudnessOf, type RuleLoudness } from './loudness.js';
import type { PlacedSettings } from './placed-settings.js';
import { policyDiagnostics } from './policy-diagnostics.js';

/** A rule that is run, how loud it is, and its options. */
export interface PolicyRule extends RuleLoudness {
  readonly rule: GovernanceRule;
  readonly options: z.output<z.ZodObject>;
}

/** The rules that hold. */
export type Policy = readonly PolicyRule[];

/** What a policy is made of. */
export interface PolicyWish {
  /** Every rule that there is: those of Millrace and of packs. */
  readonly rules: readonly GovernanceRule[];
  /** Wins over what the settings say. */
  readonly profiles?: readonly GovernanceProfile[] | undefined;
  /** `governance:` of the project and after it of the environment: what comes later wins, option by option. */
  readonly settings?: readonly PlacedSettings[] | undefined;
}

/** Chooses the rules that hold. Wrong settings are diagnostics with places in the project config. */
export function policyOf({ rules, profiles, settings = [] }: PolicyWish): Outcome<Policy> {
  const given = chosenProfiles(profiles, settings);
  const unknown = settings.flatMap((each) => unknownRules(each, rules));
  const read = rules.map((rule) => readRule(rule, given, settings));
  const policy = read.flatMap(({ chosen }) => (chosen === undefined ? [] : [chosen]));
  return settle(policy, [...unknown, ...read.flatMap(({ diagnostics }) => diagnostics)]);
}

function unknownRules({ settings, path }: PlacedSettings, rules: readonly GovernanceRule[]): readonly Diagnostic[] {
  const known = rules.map(({ id }) => id);
  return Object.keys(settings.rules ?? {})
    .filter((id) => !known.includes(id))
    .map((id) => policyDiagnostics['unknown-rule']({ id, known }, { path: [...path, 'rules', id], target: 'key' }));
}

interface ReadRule {
  readonly chosen?: PolicyRule;
  readonly diagnostics: readonly Diagnostic[];
}

function readRule(
  rule: GovernanceRule,
  profiles: readonly GovernanceProfile[],
  settings: readonly PlacedSettings[],
): ReadRule {
  const said = settings.flatMap(({ settings: { rules = {} }, path }) => settingOf(rules, rule.id, path));
  const options = Object.assign({}, ...said.map(({ setting }) => toPlainJson(setting.options)));
  const parsed = rule.options.safeParse(options);
  const loudness = loudnessOf(rule, profiles, said.findLast(({ setting }) => setting.severity)?.setting.severity);
  if (parsed.success) {
    return { diagnostics: [], ...(loudness && { chosen: { rule, ...loudness, options: parsed.data } }) };
  }
  const path = said.at(-1)?.path ?? [];
  const known = Object.keys(rule.options.shape);
  const diagnostics = parsed.error.issues.map(({ message, path: at }) => {
    const problem = at.length === 0 ? message : `${at.join('.')}: ${message}`;
    return policyDiagnostics['bad-option']({ id: rule.id, problem, known }, { path });
  });
  return { diagnostics };
}

function settingOf(
  rules: Readonly<Record<string, RuleSetting>>,
  id: string,
  path: Path,
): readonly { readonly setting: RuleSetting; readonly path: Path }[] {
  const setting = Object.hasOwn(rules, id) ? rules[id] : undefined;
  return setting === undefined ? [] : [{ setting, path: [...path, 'rules', id] }];
}

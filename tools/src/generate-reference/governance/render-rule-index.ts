import type { RuleDescription } from '@millrace/governance-policies';
import { GOVERNANCE_PROFILES, type GovernanceProfile, type Severity } from '@millrace/schema';
import { markdownTable, pageHead } from '../markdown.js';

/** The list of all rules: how many each profile has, and a table by area. */
export function renderRuleIndex(rules: readonly RuleDescription[]): string {
  const areas = [...new Set(rules.map(({ area }) => area))];
  return [
    pageHead('Governance rules', summaryOf(rules)),
    profileTable(rules),
    'A value that only a deployment or a start of the pipeline decides is judged by its default and its list of values. What still cannot be known is as loud as a violation under *regulated*, a warning elsewhere where the rule is an error, and not told otherwise.',
    'Fixes: *safe* ones change nothing that the pipeline does (`millrace check --fix`), *suggested* ones do (`--fix-suggested`), *none* takes a person. How to choose profiles, set options, and except a place: [the guide](../../guide/governing-pipelines.md).',
    ...areas.flatMap((area) => [`## ${area}`, areaTable(rules.filter((rule) => rule.area === area))]),
  ].join('\n\n');
}

function summaryOf(rules: readonly RuleDescription[]): string {
  return `What \`millrace check\` looks for inside pipeline definitions, whoever wrote them, and in the templates around them: ${rules.length} rules.`;
}

const PROFILE_WORDS: Readonly<Record<GovernanceProfile, string>> = {
  baseline: 'for every project; what holds unless something else is asked for',
  regulated: '*baseline* and more, and what cannot be proved before deployment is as loud as a violation',
  cost: 'stands alone, beside either',
};

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function profileTable(rules: readonly RuleDescription[]): string {
  const rows = GOVERNANCE_PROFILES.map((profile) => {
    const severities = rules.flatMap(({ profiles }) => profiles[profile]?.severity ?? []);
    const counts = SEVERITIES.map((severity) => severities.filter((each) => each === severity).length);
    return [profile, ...[severities.length, ...counts].map(String), PROFILE_WORDS[profile]];
  });
  return markdownTable(['profile', 'rules', ...SEVERITIES.map((each) => `${each}s`), ''], rows);
}

function areaTable(rules: readonly RuleDescription[]): string {
  const rows = rules.map(({ id, title, profiles, fix }) => [
    `[${id}](${id}.md)`,
    title,
    ...GOVERNANCE_PROFILES.map((profile) => profiles[profile]?.severity ?? ''),
    fix.kind,
  ]);
  return markdownTable(['rule', 'demand', ...GOVERNANCE_PROFILES, 'fix'], rows);
}

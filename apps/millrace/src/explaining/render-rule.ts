import type { RuleDescription } from '@millrace/governance-policies';
import type { Colours } from '../terminal/terminal.js';

/** What `millrace explain MR-NET-001` prints: the texts of the rule. */
export function renderRule(rule: RuleDescription, colours: Colours): string {
  const { id, title, checks, why, fix, source } = rule;
  return [
    `${colours.bold(id)} (policy/${id}): ${title}`,
    `Severity: ${severityOf(rule)}; on ${rule.on.map((target) => `${target}s`).join(' and ')}`,
    `Checks: ${checks}`,
    `Why: ${why}`,
    `To keep it: ${fix.how}. ${FIXES[fix.kind]}`,
    ...optionLines(rule),
    `Where it may not hold: an entry in governance/exceptions.yaml for one place, \`governance: { rules: { ${id}: off } }\` in project.config.yaml for all.`,
    `Source: ${source}`,
  ].join('\n\n');
}

const FIXES: Readonly<Record<RuleDescription['fix']['kind'], string>> = {
  safe: '`millrace check --fix` does it where it is known what to write.',
  suggested: '`millrace check` shows such a change, `--fix-suggested` makes it; the pipeline behaves differently then.',
  none: 'This takes a person.',
};

function severityOf({ profiles }: RuleDescription): string {
  return Object.entries(profiles)
    .map(([profile, { severity, severityOfUnknown }]) => {
      const unknown = severityOfUnknown ?? 'not told';
      return `${profile}: ${severity}${unknown === severity ? '' : ` (${unknown} where only the deployment decides)`}`;
    })
    .join(', ');
}

function optionLines({ options }: RuleDescription): readonly string[] {
  if (options.length === 0) return [];
  const lines = options.map(
    ({ name, takes, initial, meaning }) => `  ${name}: ${takes}; ${JSON.stringify(initial)} unless given. ${meaning}`,
  );
  return [['Options:', ...lines].join('\n')];
}

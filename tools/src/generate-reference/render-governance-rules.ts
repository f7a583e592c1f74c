import type { GovernanceRule } from '@millrace/governance-policies';
import { toJSONSchema } from 'zod';
import { markdownTable, pageHead } from './markdown.js';

/** The page of the governance rules: a table of all, and what there is to say of each. */
export function renderGovernanceRules(rules: readonly GovernanceRule[]): string {
  const summary =
    'What Millrace looks for inside pipeline definitions, whoever wrote them. *baseline* is for every project, *regulated* adds to it, *cost* stands alone.';
  const rows = rules.map(({ id, title, profiles, fix }) => [
    `[${id}](#${id.toLowerCase()})`,
    title,
    profileText(profiles),
    fix.kind,
  ]);
  return [
    pageHead('Governance rules', summary),
    'A value that only a deployment or a start of the pipeline decides is judged by its default and its list of values. What still cannot be known is as loud as a violation under *regulated*, a warning elsewhere where the rule is an error, and not told otherwise.',
    'Fixes: *safe* ones change nothing that the pipeline does, *suggested* ones do, *none* needs a person.',
    markdownTable(['rule', 'demand', 'severity', 'fix'], rows),
    ...rules.map(section),
  ].join('\n\n');
}

function section({ id, title, checks, why, fix, source, options }: GovernanceRule): string {
  return [
    `## ${id}`,
    `**${capital(title)}.**`,
    `*Checks:* ${checks}`,
    `*Why:* ${why}`,
    `*To keep it:* ${fix.how}.`,
    ...optionsTable(options),
    `*Source:* ${source}.`,
  ].join('\n\n');
}

function profileText(profiles: GovernanceRule['profiles']): string {
  return Object.entries(profiles)
    .map(([profile, severity]) => `${profile}: ${severity}`)
    .join(', ');
}

function optionsTable(options: GovernanceRule['options']): readonly string[] {
  const { properties = {} } = toJSONSchema(options, { io: 'input' });
  const rows = Object.entries(properties).map(([name, option]) => {
    // A property of an object's schema is a schema; `true` and `false`, which it could be too, are never made here.
    const { description = '', default: initial } = option as { description?: string; default?: unknown };
    return [`\`${name}\``, description, `\`${JSON.stringify(initial)}\``];
  });
  return rows.length === 0 ? [] : [markdownTable(['option', 'meaning', 'default'], rows)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

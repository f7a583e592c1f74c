import type { RuleDescription } from '@millrace/governance-policies';
import { GOVERNANCE_PROFILES } from '@millrace/schema';
import { markdownTable, pageHead } from '../markdown.js';
import { renderExample } from './render-example.js';
import type { RuleExamples } from './rule-examples.js';

/** The page of a rule. */
export function renderRule(rule: RuleDescription, { violating, compliant }: RuleExamples): string {
  const { id, title, on, checks, why, fix, source } = rule;
  const subjects = on.map((target) => SUBJECTS[target]).join(' and ');
  return [
    pageHead(
      id,
      `**${capital(title)}.** Area: ${rule.area}; on ${subjects}. \`millrace explain ${id}\` tells the same.`,
    ),
    severityTable(rule),
    ...['## What is checked', checks],
    ...['## Why', why],
    ...['## How to keep it', `${capital(fix.how)}.`, FIXES[fix.kind]],
    ...optionParts(rule),
    ...['## An example that violates it', `${capital(violating.title)}:`, renderExample(id, violating)],
    ...saidParts(violating.says),
    ...['## An example that keeps it', `${capital(compliant.title)}:`, renderExample(id, compliant)],
    ...['## Where it may not hold', exceptionText(rule)],
    ...['## Source', `${source}.`],
  ].join('\n\n');
}

const SUBJECTS: Readonly<Record<RuleDescription['on'][number], string>> = {
  definition: 'pipeline definitions',
  template: 'CloudFormation templates',
};

const FIXES: Readonly<Record<RuleDescription['fix']['kind'], string>> = {
  safe: '`millrace check --fix` does that wherever it is known what to write: it changes nothing that the pipeline does.',
  suggested:
    '`millrace check` shows such a change as a diff, and `--fix-suggested` makes it: the pipeline behaves differently then.',
  none: 'This takes a person: Millrace cannot know what is meant.',
};

function severityTable({ profiles }: RuleDescription): string {
  const rows = GOVERNANCE_PROFILES.map((profile) => {
    const { severity = '–', severityOfUnknown = '–' } = profiles[profile] ?? {};
    return [profile, severity, severityOfUnknown];
  });
  return markdownTable(['profile', 'violated', 'cannot be known before deployment'], rows);
}

function optionParts({ id, options }: RuleDescription): readonly string[] {
  const [first] = options;
  if (first === undefined) return [];
  const rows = options.map(({ name, takes, initial, meaning }) => [
    `\`${name}\``,
    takes,
    `\`${JSON.stringify(initial)}\``,
    meaning,
  ]);
  const setting = `${first.name}: ${JSON.stringify(first.initial)}`;
  return [
    '## Options',
    markdownTable(['option', 'takes', 'default', 'meaning'], rows),
    `In \`project.config.yaml\`, for the project or for one environment: \`governance: { rules: { ${id}: { ${setting} } } }\`.`,
  ];
}

function saidParts(says: readonly string[] = []): readonly string[] {
  const lines = says.map((line) => line.replace(/^\S+ (.*?): (.*)$/s, '- `$1`: $2'));
  return ['What is said of it:', lines.join('\n')];
}

function exceptionText({ id, on }: RuleDescription): string {
  const path = on.includes('definition')
    ? 'models/churn/pipeline.yaml#TrainModel   # without the step: the whole file'
    : 'churn-dev/Pipeline/JobRole/*   # the path of a construct';
  const entry = [
    'exceptions:',
    `  - rule: ${id}`,
    `    path: ${path}`,
    '    reason: why it may be so here, in a sentence',
    '    owner: ml-platform',
    '    expires: 2027-03-31',
  ];
  return [
    'One place, in `governance/exceptions.yaml`:',
    `\`\`\`yaml\n${entry.join('\n')}\n\`\`\``,
    `Everywhere, in \`project.config.yaml\`: \`governance: { rules: { ${id}: off } }\`; or \`info\`, \`warning\`, \`error\`.`,
  ].join('\n\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

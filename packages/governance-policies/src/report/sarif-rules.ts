import { DiagnosticCatalogue, type Severity } from '@millrace/schema';
import type { ReportingDescriptor } from 'sarif';
import { governanceDiagnostics } from '../governance-diagnostics.js';
import type { RuleTexts } from '../rule/governance-rule.js';
import { areaOf } from '../rule/rule-area.js';
import { escapeMarkdown } from './escape-markdown.js';
import { SARIF_LEVELS } from './sarif-level.js';

/** The most that code scanning of GitHub takes of a description. */
const LONGEST = 1024;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** A rule as SARIF describes it; its page is what `millrace explain` prints. */
export function sarifRule({ id, title, checks, why, fix, source, ...rule }: RuleTexts): ReportingDescriptor {
  const parts = [
    ['Checks', checks],
    ['Why', why],
    ['What to do', fix.how],
    ['Source', source],
  ] as const;
  const more = `millrace explain ${id}`;
  const level = SEVERITIES.find((severity) => Object.values(rule.profiles).includes(severity)) ?? 'info';
  return {
    id,
    shortDescription: { text: cut(title) },
    fullDescription: { text: cut(why) },
    help: {
      text: [...parts.map(([name, text]) => `${name}: ${text}`), more].join('\n\n'),
      markdown: [...parts.map(([name, text]) => `**${name}**: ${escapeMarkdown(text)}`), `\`${more}\``].join('\n\n'),
    },
    defaultConfiguration: { level: SARIF_LEVELS[level] },
    properties: { tags: ['sagemaker', areaOf({ id })], precision: 'high' },
  };
}

/** The code of a diagnostic as a rule; known ones with their explanation. */
export function sarifCode(code: string): ReportingDescriptor {
  const explanation = new DiagnosticCatalogue(governanceDiagnostics).find(code)?.declaration.explanation;
  const text = explanation ?? `millrace explain ${code}`;
  return { id: code, shortDescription: { text: code }, fullDescription: { text: cut(text) }, help: { text } };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

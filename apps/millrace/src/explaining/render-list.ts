import type { RuleDescription } from '@millrace/governance-policies';
import type { DiagnosticFactory } from '@millrace/schema';
import type { Colours } from '../terminal/terminal.js';
import type { Explained } from './find-explained.js';

/** All codes and rules, by area. */
export function renderList({ codes, rules }: Explained, colours: Colours): string {
  const areas = new Map<string, string[]>();
  for (const { area, name, text } of [...codes.map(codeRow), ...rules.map(ruleRow)]) {
    areas.set(area, [...(areas.get(area) ?? []), `  ${colours.bold(name.padEnd(NAME_WIDTH))} ${text}`]);
  }
  const blocks = [...areas].map(([area, rows]) => [colours.underline(area), ...rows].join('\n'));
  return `${blocks.join('\n\n')}\n\n${colours.dim('millrace explain CODE tells all about one of them')}\n`;
}

interface Row {
  readonly area: string;
  readonly name: string;
  readonly text: string;
}

// The first sentence of each explanation is what makes a list worth reading.
function codeRow({ code, declaration: { severity, explanation } }: DiagnosticFactory<never>): Row {
  const [area = '', name = ''] = code.split('/');
  return { area, name, text: `${severity.padEnd(SEVERITY_WIDTH)} ${firstSentence(explanation)}` };
}

function ruleRow({ id, area, title, profiles }: RuleDescription): Row {
  const { severity = '' } = profiles.regulated ?? profiles.cost ?? {};
  return { area: `policy: ${area}`, name: id, text: `${severity.padEnd(SEVERITY_WIDTH)} ${title}` };
}

const NAME_WIDTH = 30;
const SEVERITY_WIDTH = 8;
const SENTENCE_WIDTH = 100;

function firstSentence(text: string): string {
  const sentence = text.split(/(?<=[.:;])\s/)[0]?.replace(/[.:;]$/, '') ?? text;
  return sentence.length <= SENTENCE_WIDTH ? sentence : `${sentence.slice(0, SENTENCE_WIDTH - 1)}…`;
}

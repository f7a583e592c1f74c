import { markdownTable, pageHead } from '../generate-reference/markdown.js';
import type { RuleCoverage } from './cover-rules.js';
import type { RuleCase } from './golden-cases.js';

/** The page of all rules. */
export function renderRules(coverage: readonly RuleCoverage[], exceptions: Readonly<Record<string, string>>): string {
  const rows = coverage.map((each) => [
    each.rule,
    each.codes.map(({ code }) => `[\`${code}\`](diagnostics.md)`).join(', '),
    [...new Set(each.codes.map(({ severity }) => severity))].join(', '),
    describeCases(each.failing),
    describeCases(each.passing),
    exceptions[each.rule] ?? '',
  ]);
  return [
    pageHead(
      'Rules',
      'What Millrace checks before anything reaches AWS: rule, codes, and the golden cases that prove it.',
    ),
    '`millrace explain CODE` tells what a code means and which rules it answers. A case is counted as failing where it expects a code of the rule, as passing where it lies in the same file, or names the rule, and expects nothing.',
    markdownTable(['rule', 'codes', 'severity', 'failing cases', 'passing cases', 'remark'], rows),
  ].join('\n\n');
}

function describeCases(cases: readonly RuleCase[]): string {
  const [first] = cases;
  if (first === undefined) return 'none';
  const file = first.file.replace(/^packages\//, '').replace('/test/golden', '');
  return `${cases.length}, as "${first.title}" in ${file}`;
}

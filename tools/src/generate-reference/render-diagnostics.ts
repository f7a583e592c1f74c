import type { ExplainedCode } from './explain-all.js';
import { markdownTable, pageHead } from './markdown.js';

/** The page of all codes, by area. */
export function renderDiagnostics(codes: readonly ExplainedCode[]): string {
  const areas = [...new Set(codes.map(areaOf))].sort();
  return [
    pageHead('Diagnostics', 'Every code that Millrace can report. `millrace explain CODE` tells the same.'),
    '*blocking* errors end the work; a *refusal* is what SageMaker would refuse: it ends `compile` and a dry run of a spec, while a definition can still be simulated; a *remark* never does.',
    ...areas.flatMap((area) => [`## ${area}`, areaTable(codes.filter((each) => areaOf(each) === area))]),
  ].join('\n\n');
}

function areaTable(codes: readonly ExplainedCode[]): string {
  const rows = codes.map(({ code, severity, kind, rules, explanation }) => [
    `\`${code}\``,
    severity,
    kind,
    rules.join(', '),
    explanation,
  ]);
  return markdownTable(['code', 'severity', 'kind', 'rules', 'explanation'], rows);
}

function areaOf({ code }: ExplainedCode): string {
  return code.slice(0, code.indexOf('/'));
}

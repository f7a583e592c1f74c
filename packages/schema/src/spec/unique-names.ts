import type { Path } from '../diagnostics/diagnostic.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** Reports every name that stands a second time in a list. */
export function checkUnique(
  names: readonly string[],
  { what, at }: { what: string; at: (index: number) => Path },
  context: IssueContext,
): void {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (seen.has(name))
      reportIssue(context, specDiagnostics['duplicate-name'], { parameters: { what, name }, at: at(index) });
    seen.add(name);
  }
}

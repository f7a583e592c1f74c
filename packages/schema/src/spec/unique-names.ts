import type { Path } from '../diagnostics/diagnostic.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** Reports every name that stands a second time in a list of maps; what is no such list, other checks tell. */
export function checkUnique(
  list: unknown,
  { what, name: key, at }: { what: string; name: string; at: Path },
  context: IssueContext,
): void {
  const seen = new Set<string>();
  for (const [index, name] of namesIn(list, key).entries()) {
    if (name === undefined) continue;
    if (seen.has(name))
      reportIssue(context, specDiagnostics['duplicate-name'], { parameters: { what, name }, at: [...at, index, key] });
    seen.add(name);
  }
}

/** The texts under a key of each map in a list; undefined for items without one. */
export function namesIn(list: unknown, key: string): readonly (string | undefined)[] {
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) => {
    const name: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, key) : undefined;
    return typeof name === 'string' ? name : undefined;
  });
}

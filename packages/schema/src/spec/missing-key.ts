import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import type { IssueContext, PendingDiagnostic } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** A missing key is placed at the map that lacks it. */
export function missingKey(path: Path): Diagnostic {
  return specDiagnostics['missing-key']({ key: String(path.at(-1) ?? '') }, { path: path.slice(0, -1) });
}

/** Reports from the place of a value that its key is not there. */
export function reportMissingKey(context: IssueContext): undefined {
  const pending: PendingDiagnostic = (path) => missingKey(path);
  context.addIssue({ code: 'custom', message: 'missing', params: { pending } });
}

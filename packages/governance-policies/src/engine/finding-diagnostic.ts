import type { Diagnostic } from '@millrace/schema';
import type { Finding } from './finding.js';

/** The finding as a diagnostic, for the one renderer: `policy/MR-NET-001`. */
export function findingDiagnostic(finding: Finding): Diagnostic {
  const { rule, severity, message, why, help, path, target, range, related } = finding;
  return {
    code: `policy/${rule}`,
    severity,
    blocking: false,
    message: `${message}${where(finding)}`,
    path,
    why,
    help,
    ...(target !== undefined && { target }),
    ...(range !== undefined && { range }),
    ...(related !== undefined && { related }),
  };
}

/** Where, unless the sentence says so: the place shows a line, which seldom has the name of the step or the construct. */
function where({ construct, steps, message }: Pick<Finding, 'construct' | 'steps' | 'message'>): string {
  const named = steps.length > 1 ? [`${steps.length} steps`] : steps;
  const parts = [...(construct === undefined ? [] : [construct]), ...named].filter((part) => !message.includes(part));
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

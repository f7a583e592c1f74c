import type { Diagnostic } from '@millrace/schema';
import type { Finding } from './finding.js';

/** The finding as a diagnostic, for the one renderer: `policy/MR-NET-001`. */
export function findingDiagnostic({ rule, severity, message, why, help, ...place }: Finding): Diagnostic {
  const { path, target, range, related } = place;
  return {
    code: `policy/${rule}`,
    severity,
    blocking: false,
    message: `${message}${inSteps(place.steps, message)}`,
    path,
    why,
    help,
    ...(target !== undefined && { target }),
    ...(range !== undefined && { range }),
    ...(related !== undefined && { related }),
  };
}

/** Where, unless the sentence says so: the place shows a line, which seldom has the name of the step. */
function inSteps([first, ...others]: readonly string[], message: string): string {
  if (others.length > 0) return ` (${others.length + 1} steps)`;
  return first === undefined || message.includes(first) ? '' : ` (${first})`;
}

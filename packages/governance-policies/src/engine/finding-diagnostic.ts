import type { Diagnostic } from '@millrace/schema';
import type { Finding } from './finding.js';

/** The finding as a diagnostic, for the one renderer: `policy/MR-NET-001`. */
export function findingDiagnostic({ rule, severity, message, why, help, ...place }: Finding): Diagnostic {
  const { path, target, range, related } = place;
  return {
    code: `policy/${rule}`,
    severity,
    blocking: false,
    message: place.steps.length > 1 ? `${message} (${place.steps.length} steps)` : message,
    path,
    why,
    help,
    ...(target !== undefined && { target }),
    ...(range !== undefined && { range }),
    ...(related !== undefined && { related }),
  };
}

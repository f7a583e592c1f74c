import type { Diagnostic } from '@millrace/schema';
import type { Remark } from './launcher.js';

/** A diagnostic as an event of the run tells it. */
export function toRemark({ code, severity, message, help }: Diagnostic): Remark {
  return {
    code,
    severity: severity === 'error' ? 'warning' : severity,
    message,
    ...(help === undefined ? {} : { help }),
  };
}

import type { Severity } from '@millrace/schema';
import type { Result } from 'sarif';

/** How loud SARIF says it. */
export const SARIF_LEVELS: Readonly<Record<Severity, NonNullable<Result['level']>>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

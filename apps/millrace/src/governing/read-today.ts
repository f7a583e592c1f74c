import { isCalendarDay } from '@millrace/governance-policies';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';

/** The day on which a check is made, YYYY-MM-DD: that of `--today`, else of the clock, in UTC, so that it is one for a team. */
export function readToday(given: string | undefined): string {
  if (given === undefined) return new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  if (isCalendarDay(given)) return given;
  const problem = `"${given}" is no day`;
  throw new UsageError(
    commandDiagnostics['bad-option-value'](
      { option: '--today', problem, help: 'write it as 2026-12-31' },
      { path: [] },
    ),
  );
}

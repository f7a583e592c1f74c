import type { GovernanceProfile } from '@millrace/schema';
import type { JsonOption } from '../command-line/cli-command.js';
import type { ValueOptions } from '../settings/value-options.js';

/** How loud a finding must be to fail a check. */
export type FailOn = 'error' | 'warning';

/** The forms of a report. */
export type ReportFormat = 'text' | 'json' | 'sarif' | 'junit' | 'markdown';

/** The options of `millrace check`. */
export interface CheckOptions extends JsonOption, ValueOptions {
  readonly all?: boolean;
  readonly profile?: readonly GovernanceProfile[];
  readonly pack?: readonly string[];
  readonly deployed?: string;
  readonly failOn: FailOn;
  readonly format: ReportFormat;
  readonly output?: string;
  /** Writes safe fixes into the files. */
  readonly fix?: boolean;
  /** Writes suggested fixes, too. */
  readonly fixSuggested?: boolean;
  readonly explainExceptions?: boolean;
  readonly today?: string;
}

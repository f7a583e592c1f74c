import { type CheckReport, findingDiagnostic } from '@millrace/governance-policies';
import type { Diagnostic } from '@millrace/schema';
import type { CheckedTarget } from './checked-target.js';
import type { ProjectGovernance } from './project-governance.js';

/** What a whole check has found. */
export interface CheckResult {
  /** True where something is as loud as `--fail-on` says, or louder. */
  readonly fails: boolean;
  /** Everything, for machines. */
  readonly report: CheckReport;
  /** The documents, with the findings that count. */
  readonly targets: readonly CheckedTarget[];
  /** What holds in the projects of the targets. */
  readonly projects: readonly ProjectGovernance[];
  /** What is wrong with projects, ledgers and options, apart from the targets. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that places of these lead into. */
  readonly texts: ReadonlyMap<string, string>;
  /** What `--explain-exceptions` tells; empty without it. */
  readonly explanation: string;
}

/** All that is said, findings included. */
export function saidIn({
  findings,
  diagnostics,
}: Pick<CheckReport, 'findings' | 'diagnostics'>): readonly Diagnostic[] {
  return [...diagnostics, ...findings.map(findingDiagnostic)];
}

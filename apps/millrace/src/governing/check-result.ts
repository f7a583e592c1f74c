import { type Finding, findingDiagnostic } from '@millrace/governance-policies';
import type { Diagnostic } from '@millrace/schema';
import type { CheckedTarget } from './checked-target.js';
import type { ProjectGovernance } from './project-governance.js';

/** What a whole check has found. */
export interface CheckResult {
  /** True where something is as loud as `--fail-on` says, or louder. */
  readonly fails: boolean;
  readonly targets: readonly CheckedTarget[];
  /** What holds in the projects of the targets. */
  readonly projects: readonly ProjectGovernance[];
  /** What is wrong with projects and options, apart from the targets. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that places lead into. */
  readonly texts: ReadonlyMap<string, string>;
}

/** All findings of a check. */
export function findingsOf({ targets }: CheckResult): readonly Finding[] {
  return targets.flatMap(({ findings }) => findings);
}

/** All that is said, findings included. */
export function saidIn(result: Pick<CheckResult, 'diagnostics' | 'targets'>): readonly Diagnostic[] {
  return [...result.diagnostics, ...result.targets.flatMap(saidOf)];
}

/** All that is said of one document. */
export function saidOf({ diagnostics, findings }: CheckedTarget): readonly Diagnostic[] {
  return [...diagnostics, ...findings.map(findingDiagnostic)];
}

import type { LintFinding } from './lint-finding.js';

/** A finding of a linter that is meant to be so. */
export interface AcceptedFinding {
  readonly check: string;
  readonly resourceType: string;
  /** Where alone it is meant to be so: matched against the template's file and the logical id. Absent: everywhere. */
  readonly where?: RegExp;
  /** Why it is no defect; people who audit read it. */
  readonly reason: string;
}

/** What nobody accepted, and what was accepted without need; a line each. */
export function judgeFindings(
  findings: readonly LintFinding[],
  accepted: readonly AcceptedFinding[],
): { readonly open: readonly string[]; readonly unused: readonly string[] } {
  const covers = (entry: AcceptedFinding, finding: LintFinding) =>
    entry.check === finding.check &&
    entry.resourceType === finding.resourceType &&
    (entry.where?.test(finding.place) ?? true);
  return {
    open: findings
      .filter((finding) => !accepted.some((entry) => covers(entry, finding)))
      .map(({ check, resourceType, message, place }) => `${check} ${resourceType} ${place}: ${message}`),
    unused: accepted
      .filter((entry) => !findings.some((finding) => covers(entry, finding)))
      .map(({ check, resourceType }) => `${check} ${resourceType}`),
  };
}

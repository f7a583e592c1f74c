import type { Finding } from '../engine/finding.js';
import type { FixKind } from '../rule/governance-rule.js';

/** The edits of findings whose fix is of one of the kinds. */
export function editsOf(findings: readonly Finding[], kinds: readonly FixKind[]): Finding['edits'] {
  return findings.flatMap(({ fix, edits }) => (kinds.includes(fix) ? edits : []));
}

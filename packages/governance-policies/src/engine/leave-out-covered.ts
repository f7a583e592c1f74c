import type { Severity } from '@millrace/schema';
import type { SharedFinding } from './merge-findings.js';
import type { Policy } from './policy.js';

const LOUDNESS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Leaves out what another rule of the policy says better of the same place: one fault is one finding. */
export function leaveOutCovered(found: readonly SharedFinding[], policy: Policy): readonly SharedFinding[] {
  const covering = new Map(policy.map(({ rule: { id, covers = [] } }) => [id, covers] as const));
  const loudest = new Map<string, number>();
  for (const { finding } of found) {
    for (const covered of covering.get(finding.rule) ?? []) {
      const key = keyOf(covered, finding);
      loudest.set(key, Math.max(loudest.get(key) ?? 0, LOUDNESS[finding.severity]));
    }
  }
  return found.filter(({ finding }) => {
    const louder = loudest.get(keyOf(finding.rule, finding));
    return louder === undefined || louder < LOUDNESS[finding.severity];
  });
}

function keyOf(rule: string, { definitionPath }: SharedFinding['finding']): string {
  return JSON.stringify([rule, ...definitionPath]);
}
